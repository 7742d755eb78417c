using System.Text;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.Hosts;

public sealed class FolderPolicyHostTests : IDisposable
{
    private const string Domain = "example.com";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("mtasts-folder-");

    public void Dispose() => _root.Delete(recursive: true);

    [Theory]
    [InlineData("{host}", ".well-known/mta-sts.txt", "mta-sts.example.com/.well-known/mta-sts.txt")]
    [InlineData("{domain}", "mta-sts.txt", "example.com/mta-sts.txt")]
    [InlineData("", "{domain}.txt", "example.com.txt")]
    [InlineData("sites/{domain}/public", @"a\b.txt", "sites/example.com/public/a/b.txt")]
    [InlineData("", ".well-known/mta-sts.txt", ".well-known/mta-sts.txt")]
    public async Task The_file_is_where_the_path_says(string path, string file, string expected)
    {
        if (path.StartsWith("sites", StringComparison.Ordinal))
            _root.CreateSubdirectory("sites");
        var host = Host(path) is var options ? new FolderPolicyHost(options with { File = file }) : null!;

        await PutAsync(host, "one");

        Assert.Equal("one", await File.ReadAllTextAsync(Under(expected), Stop));
        Assert.Equal(Under(expected), (await host.ReadAsync(Domain, Stop)).Location);
    }

    [Theory]
    [InlineData("", "../mta-sts.txt")]
    [InlineData("", "a/../../b")]
    [InlineData("", "/etc/passwd")]
    [InlineData("", "a//b")]
    [InlineData("", "")]
    [InlineData("", "a\0b")]
    [InlineData("{user}", "mta-sts.txt")]
    [InlineData("{domain", "mta-sts.txt")]
    [InlineData("", "{domain}/}")]
    public void A_path_that_leads_out_or_cannot_be_is_an_argument_error(string path, string file) =>
        Assert.Throws<ArgumentException>(() => new FolderPolicyHost(Host(path) with { File = file }));

    [Theory]
    [InlineData("../evil")]
    [InlineData("..")]
    [InlineData("a/b.example")]
    [InlineData(@"a\b.example")]
    [InlineData("")]
    public async Task A_domain_that_is_none_never_becomes_a_path(string domain) =>
        await Assert.ThrowsAsync<MtaStsFormatException>(async () => await new FolderPolicyHost(Host("{domain}")).ReadAsync(domain, Stop));

    [Fact]
    public async Task The_file_of_before_is_kept_beside_the_new_one()
    {
        var host = new FolderPolicyHost(Host("{domain}"));
        await PutAsync(host, "one");
        Assert.False(File.Exists(Under("example.com/.well-known/mta-sts.txt.previous")));
        await PutAsync(host, "two");
        Assert.Equal("one", await File.ReadAllTextAsync(Under("example.com/.well-known/mta-sts.txt.previous"), Stop));
        await PutAsync(host, null);
        Assert.Equal("two", await File.ReadAllTextAsync(Under("example.com/.well-known/mta-sts.txt.previous"), Stop));
    }

    [Fact]
    public async Task A_file_without_an_end_is_not_read_to_it()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no endless file here.");
        File.CreateSymbolicLink(Under("endless.txt"), "/dev/zero");
        var host = new FolderPolicyHost(Host("") with { File = "endless.txt", FollowLinks = true });
        var error = await Assert.ThrowsAsync<PolicyHostException>(() => host.ReadAsync(Domain, Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop));
        Assert.Equal(ProviderErrorKind.InvalidRequest, error.Kind);
        Assert.Contains("more than 1048576 octets", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_wish_nothing_is_kept()
    {
        var host = new FolderPolicyHost(Host("{domain}") with { KeepPrevious = false });
        await PutAsync(host, "one");
        await PutAsync(host, "two");
        Assert.Equal(["mta-sts.txt", "mta-sts.txt.lock"], Directory.EnumerateFiles(Under("example.com/.well-known")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.False(host.Capabilities.KeepsPrevious);
    }

    [Fact]
    public async Task A_root_that_is_missing_is_not_made()
    {
        var host = new FolderPolicyHost(Host("no/such/{domain}"));
        var error = await Assert.ThrowsAsync<PolicyHostException>(() => host.ReadAsync(Domain, Stop));
        Assert.Equal(ProviderErrorKind.NotFound, error.Kind);
        await Assert.ThrowsAsync<PolicyHostException>(() => host.ApplyAsync(Change(null, "x"), Stop));
        Assert.Empty(_root.EnumerateFileSystemInfos());
    }

    [Theory]
    [InlineData("example.com")]
    [InlineData("example.com/.well-known")]
    [InlineData("example.com/.well-known/mta-sts.txt")]
    public async Task A_link_on_the_way_is_refused_and_nothing_is_written_behind_it(string link)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        var elsewhere = _root.CreateSubdirectory("elsewhere");
        await File.WriteAllTextAsync(Path.Combine(elsewhere.FullName, "victim"), "precious", Stop);
        Directory.CreateDirectory(Path.GetDirectoryName(Under("sites/" + link))!);
        File.CreateSymbolicLink(Under("sites/" + link), link.EndsWith(".txt", StringComparison.Ordinal) ? Path.Combine(elsewhere.FullName, "victim") : elsewhere.FullName);
        var host = new FolderPolicyHost(Host("sites/{domain}"));

        foreach (var attempt in new Func<Task>[] { () => host.ReadAsync(Domain, Stop), () => host.ApplyAsync(Change(null, "x"), Stop), () => host.ApplyAsync(Change("precious", null), Stop) })
        {
            var error = await Assert.ThrowsAsync<PolicyHostException>(attempt);
            Assert.Equal((ProviderErrorKind.InvalidRequest, false), (error.Kind, error.MayHaveChanged));
        }

        Assert.Equal("precious", await File.ReadAllTextAsync(Path.Combine(elsewhere.FullName, "victim"), Stop));
        Assert.Single(elsewhere.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_dangling_link_in_place_of_the_file_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        Directory.CreateDirectory(Under("example.com/.well-known"));
        File.CreateSymbolicLink(Under("example.com/.well-known/mta-sts.txt"), Under("nowhere"));
        await Assert.ThrowsAsync<PolicyHostException>(() => new FolderPolicyHost(Host("{domain}")).ApplyAsync(Change(null, "x"), Stop));
        Assert.False(File.Exists(Under("nowhere")));
    }

    [Fact]
    public async Task Links_are_followed_where_that_is_wanted_and_before_the_first_placeholder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        _root.CreateSubdirectory("real");
        Directory.CreateSymbolicLink(Under("www"), Under("real"));
        Directory.CreateSymbolicLink(Under("example.com"), Under("real"));

        await PutAsync(new FolderPolicyHost(Host("www/{domain}")), "one");
        await PutAsync(new FolderPolicyHost(Host("{domain}") with { FollowLinks = true }), "two");

        Assert.Equal("one", await File.ReadAllTextAsync(Under("real/example.com/.well-known/mta-sts.txt"), Stop));
        Assert.Equal("two", await File.ReadAllTextAsync(Under("real/.well-known/mta-sts.txt"), Stop));
    }

    [Fact]
    public async Task The_web_server_can_read_a_first_file_and_the_permissions_of_a_later_one_stay()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Permissions are inherited there.");
        var host = new FolderPolicyHost(Host("{domain}"));
        var file = Under("example.com/.well-known/mta-sts.txt");
        await PutAsync(host, "one");
        if (!OperatingSystem.IsWindows())
        {
            Assert.True(File.GetUnixFileMode(file).HasFlag(UnixFileMode.OtherRead));
            Assert.True(File.GetUnixFileMode(Path.GetDirectoryName(file)!).HasFlag(UnixFileMode.OtherExecute));
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            await PutAsync(host, "two");
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task A_folder_in_place_of_the_file_and_a_file_that_is_no_policy_are_told()
    {
        var host = new FolderPolicyHost(Host("{domain}"));
        Directory.CreateDirectory(Under("example.com/.well-known/mta-sts.txt"));
        Assert.Equal(ProviderErrorKind.InvalidRequest, (await Assert.ThrowsAsync<PolicyHostException>(() => host.ReadAsync(Domain, Stop))).Kind);

        Directory.Delete(Under("example.com/.well-known/mta-sts.txt"));
        await File.WriteAllBytesAsync(Under("example.com/.well-known/mta-sts.txt"), new byte[(1 << 20) + 1], Stop);
        Assert.Equal(ProviderErrorKind.InvalidRequest, (await Assert.ThrowsAsync<PolicyHostException>(() => host.ReadAsync(Domain, Stop))).Kind);
    }

    [Fact]
    public async Task A_file_in_place_of_a_folder_is_told_and_stays()
    {
        await File.WriteAllTextAsync(Under("example.com"), "not a folder", Stop);
        var error = await Assert.ThrowsAsync<PolicyHostException>(() => new FolderPolicyHost(Host("{domain}")).ApplyAsync(Change(null, "x"), Stop));
        Assert.NotEqual(ProviderErrorKind.Conflict, error.Kind);
        Assert.Equal("not a folder", await File.ReadAllTextAsync(Under("example.com"), Stop));
    }

    [Fact]
    public async Task Readers_meanwhile_get_a_whole_file()
    {
        var host = new FolderPolicyHost(Host("{domain}") with { KeepPrevious = false });
        string[] bodies = [new('a', 60_000), new('b', 60_000)];
        await PutAsync(host, bodies[0]);
        var file = Under("example.com/.well-known/mta-sts.txt");
        using var done = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
                Assert.Contains(await File.ReadAllTextAsync(file, Stop), bodies);
        }, Stop);

        for (var round = 1; round <= 50; round++)
            await PutAsync(host, bodies[round % 2]);
        await done.CancelAsync();
        await reader;
    }

    [Fact]
    public async Task A_turn_that_somebody_holds_is_waited_for_and_can_be_given_up()
    {
        var host = new FolderPolicyHost(Host("{domain}"));
        await PutAsync(host, "one");
        using var stop = new CancellationTokenSource();
        Task waiting;
        await using (new FileStream(Under("example.com/.well-known/mta-sts.txt.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            waiting = host.ApplyAsync(Change("one", "two"), Stop);
            var givenUp = host.ApplyAsync(Change("one", "three"), stop.Token);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
            Assert.False(waiting.IsCompleted);
        }

        await waiting;
        Assert.Equal("two", await File.ReadAllTextAsync(Under("example.com/.well-known/mta-sts.txt"), Stop));
    }

    [Fact]
    public async Task What_is_denied_is_told_as_such()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows denies by access control lists.");

        // Only the kernel's own folders deny a file to root.
        var root = Environment.IsPrivilegedProcess ? "/sys" : _root.FullName;
        if (!OperatingSystem.IsWindows() && !Environment.IsPrivilegedProcess)
            File.SetUnixFileMode(root, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var error = await Assert.ThrowsAsync<PolicyHostException>(() => new FolderPolicyHost(Host(Path.Combine(root, "{domain}"))).ApplyAsync(Change(null, "x"), Stop));

        Assert.Equal((ProviderErrorKind.Forbidden, false), (error.Kind, error.MayHaveChanged));
    }

    [Fact]
    public async Task The_version_is_the_same_as_long_as_the_file_is()
    {
        var host = new FolderPolicyHost(Host("{domain}"));
        Assert.Null((await host.ReadAsync(Domain, Stop)).Version);
        await PutAsync(host, "abc");
        Assert.Equal("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", (await host.ReadAsync(Domain, Stop)).Version);
    }

    private FolderPolicyHostOptions Host(string path) => new() { Path = Path.Combine(_root.FullName, path) };

    private string Under(string path) => Path.Combine(_root.FullName, path.Replace('/', Path.DirectorySeparatorChar));

    private static async Task PutAsync(FolderPolicyHost host, string? body) =>
        await host.ApplyAsync(new PolicyFileChange { Expected = await host.ReadAsync(Domain, Stop), Body = Octets(body) }, Stop);

    private static PolicyFileChange Change(string? expected, string? body) =>
        new() { Expected = new StoredPolicy { Domain = Domain, Location = "", Body = Octets(expected) }, Body = Octets(body) };

    // Not a choice between an array and null, which would be an empty body.
    private static ReadOnlyMemory<byte>? Octets(string? text)
    {
        if (text is null)
            return null;
        return Encoding.UTF8.GetBytes(text);
    }
}
