using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.RealServers.Tests.Servers;
using MtaStsTools.Sdk.Tests.Publishing.Hosts;
using MtaStsTools.Ssh;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>Folders of OpenSSH's SFTP server.</summary>
public sealed class SftpPolicyHostContractTests(SftpPolicyHostContractTests.Server server) : PolicyHostContract, IClassFixture<SftpPolicyHostContractTests.Server>, IAsyncLifetime
{
    private const string Domain = "example.com";

    private readonly ServerFolder _root = new();

    // Not when the fixture is made: there a lacking server would be a failure and no skip.
    public ValueTask InitializeAsync() => server.StartAsync();

    public ValueTask DisposeAsync()
    {
        _root.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_new_file_and_its_folders_can_be_read_by_all_and_what_was_set_stays()
    {
        var test = await CreateAsync(null);
        await test.Host.ApplyAsync(await ChangeAsync(test, Old), Stop);
        Assert.Equal("644", Mode(FileOf(Domain)));
        Assert.Equal("755", Mode(Path.GetDirectoryName(FileOf(Domain))!));

        File.SetUnixFileMode(FileOf(Domain), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        await test.Host.ApplyAsync(await ChangeAsync(test, New), Stop);
        Assert.Equal("640", Mode(FileOf(Domain)));
    }

    [Fact]
    public async Task The_file_of_before_is_kept_and_nothing_else_is_left_behind()
    {
        var test = await CreateAsync(Old);
        await test.Host.ApplyAsync(await ChangeAsync(test, New), Stop);
        Assert.Equal(Old, await File.ReadAllTextAsync(FileOf(Domain) + ".previous", Stop));
        await test.Host.ApplyAsync(await ChangeAsync(test, null), Stop);
        Assert.Equal(New, await File.ReadAllTextAsync(FileOf(Domain) + ".previous", Stop));
        Assert.Equal(["mta-sts.txt.previous"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(FileOf(Domain))!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_root_that_is_missing_is_not_made()
    {
        var host = new SftpPolicyHost(Options() with { Path = _root["missing/{host}"] });
        var error = await FailAsync(host);
        Assert.Equal(ProviderErrorKind.NotFound, error.Kind);
        Assert.Contains(_root["missing"], error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mta-sts.example.com", true)]
    [InlineData("mta-sts.example.com/.well-known", true)]
    [InlineData("mta-sts.example.com/.well-known/mta-sts.txt", true)]
    [InlineData("mta-sts.example.com/.well-known/mta-sts.txt", false)]
    public async Task A_link_on_the_way_is_refused_wherever_it_leads(string link, bool leadsSomewhere)
    {
        using var elsewhere = new ServerFolder();
        Directory.CreateDirectory(Path.GetDirectoryName(_root[link])!);
        var target = link.EndsWith(".txt", StringComparison.Ordinal) ? elsewhere["stolen.txt"] : elsewhere.Path;
        if (leadsSomewhere && link.EndsWith(".txt", StringComparison.Ordinal))
            await File.WriteAllTextAsync(target, Theirs, Stop);
        File.CreateSymbolicLink(_root[link], target);
        var host = new SftpPolicyHost(Options());
        var change = new PolicyFileChange { Expected = new StoredPolicy { Domain = Domain, Location = "" }, Body = Encoding.UTF8.GetBytes(New) };

        Assert.Equal(ProviderErrorKind.InvalidRequest, (await FailAsync(host)).Kind);
        Assert.Equal(ProviderErrorKind.InvalidRequest, (await Assert.ThrowsAsync<PolicyHostException>(() => host.ApplyAsync(change, Stop))).Kind);
        Assert.DoesNotContain(Directory.EnumerateFiles(elsewhere.Path, "*", SearchOption.AllDirectories), file => File.ReadAllText(file) == New);
    }

    [Fact]
    public async Task A_link_in_the_place_of_the_previous_file_leads_nothing_elsewhere()
    {
        var test = await CreateAsync(Old);
        File.CreateSymbolicLink(FileOf(Domain) + ".previous", _root["stolen.txt"]);
        var error = await Assert.ThrowsAsync<PolicyHostException>(async () => await test.Host.ApplyAsync(await ChangeAsync(test, New), Stop));
        Assert.Equal((ProviderErrorKind.InvalidRequest, false), (error.Kind, error.MayHaveChanged));
        Assert.False(File.Exists(_root["stolen.txt"]));
        Assert.Equal(Old, await ReadAsync(test));
    }

    [Fact]
    public async Task Links_are_followed_where_that_is_wished()
    {
        _root.CreateFolder("real");
        Directory.CreateSymbolicLink(_root["mta-sts.example.com"], _root["real"]);
        var host = new SftpPolicyHost(Options() with { FollowLinks = true });
        await host.ApplyAsync(new PolicyFileChange { Expected = await host.ReadAsync(Domain, Stop), Body = Encoding.UTF8.GetBytes(New) }, Stop);
        Assert.Equal(New, await File.ReadAllTextAsync(_root["real/.well-known/mta-sts.txt"], Stop));
    }

    [Fact]
    public async Task A_file_that_is_no_policy_is_told_and_not_read_to_its_end()
    {
        var test = await CreateAsync(null);
        await test.WriteAsync(Domain, new byte[(1 << 20) + 1]);
        Assert.Equal(ProviderErrorKind.InvalidRequest, (await FailAsync(test.Host)).Kind);
    }

    [Theory]
    [InlineData("fingerprint", 0)]
    [InlineData("fingerprint", 1)]
    [InlineData("public key", 1)]
    [InlineData("known_hosts", 0)]
    public async Task A_server_is_known_by_any_of_its_keys_in_any_form(string form, int key)
    {
        var line = server.Sshd.HostKeys[key];
        var pin = form switch
        {
            "fingerprint" => await FingerprintAsync(key),
            "known_hosts" => $"[127.0.0.1]:{server.Sshd.EndPoint.Port} {line}",
            _ => line,
        };
        Assert.Null((await new SftpPolicyHost(Options() with { HostKeys = [pin] }).ReadAsync(Domain, Stop)).Body);
    }

    [Fact]
    public async Task A_server_of_another_key_is_refused_and_the_keys_that_it_has_are_shown()
    {
        var error = await FailAsync(new SftpPolicyHost(Options() with { HostKeys = ["SHA256:" + new string('A', 43)] }));
        Assert.Equal((ProviderErrorKind.MalformedAnswer, false), (error.Kind, error.IsAuthenticated));
        Assert.Contains($"ssh-ed25519 {await FingerprintAsync(0)}", error.Message, StringComparison.Ordinal);
        Assert.Contains($"ssh-rsa {await FingerprintAsync(1)}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encrypted_key_logs_in_with_its_passphrase_and_no_other()
    {
        var path = _root["encrypted"];
        File.Copy(server.Sshd.KeyPath, path);
        await ServerProcess.RunAsync(Installed.Program("ssh-keygen", "openssh-client"), ["-q", "-p", "-P", "", "-N", "right phrase", "-f", path], Stop);
        var options = Options() with { PrivateKeyPath = path };

        Assert.Null((await new SftpPolicyHost(options with { Passphrase = ProviderSecret.FromText("right phrase") }).ReadAsync(Domain, Stop)).Body);
        foreach (var wrong in new[] { options, options with { Passphrase = ProviderSecret.FromText("wrong phrase") } })
        {
            var error = await FailAsync(new SftpPolicyHost(wrong));
            Assert.Equal(ProviderErrorKind.InvalidRequest, error.Kind);
            Assert.Contains("passphrase", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("wrong phrase", error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_key_can_be_given_as_text()
    {
        var options = Options() with { PrivateKeyPath = null, PrivateKey = ProviderSecret.FromText(await File.ReadAllTextAsync(server.Sshd.KeyPath, Stop)) };
        Assert.Null((await new SftpPolicyHost(options).ReadAsync(Domain, Stop)).Body);
        Assert.DoesNotContain("PRIVATE", options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_let_in_hears_so_and_the_password_is_not_shown()
    {
        const string password = "Pa55word of the test";
        var error = await FailAsync(new SftpPolicyHost(Options() with { PrivateKeyPath = null, Password = ProviderSecret.FromText(password) }));
        Assert.Equal(ProviderErrorKind.Unauthorized, error.Kind);
        Assert.DoesNotContain(password, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_cannot_replace_by_one_rename_is_refused_unless_a_gap_is_allowed()
    {
        await using var old = await Sshd.StartSftpAsync("-P posix-rename", Stop);
        var options = Options(old);
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf(Domain))!);
        await File.WriteAllTextAsync(FileOf(Domain), Old, Stop);
        async Task PutAsync(SftpPolicyHost host) => await host.ApplyAsync(new PolicyFileChange { Expected = await host.ReadAsync(Domain, Stop), Body = Encoding.UTF8.GetBytes(New) }, Stop);

        var strict = new SftpPolicyHost(options with { KeepPrevious = false });
        var error = await Assert.ThrowsAsync<PolicyHostException>(() => PutAsync(strict));
        Assert.Equal((ProviderErrorKind.InvalidRequest, false), (error.Kind, error.MayHaveChanged));
        Assert.Equal(Old, await File.ReadAllTextAsync(FileOf(Domain), Stop));

        var lenient = new SftpPolicyHost(options with { AllowGap = true });
        Assert.False(lenient.Capabilities.IsAtomic);
        await PutAsync(lenient);
        Assert.Equal(New, await File.ReadAllTextAsync(FileOf(Domain), Stop));
        Assert.Equal(Old, await File.ReadAllTextAsync(FileOf(Domain) + ".previous", Stop));
    }

    [Fact]
    public async Task A_server_that_may_only_be_read_refuses_a_change()
    {
        await using var readOnly = await Sshd.StartSftpAsync("-R", Stop);
        var host = new SftpPolicyHost(Options(readOnly));
        var change = new PolicyFileChange { Expected = await host.ReadAsync(Domain, Stop), Body = Encoding.UTF8.GetBytes(New) };
        var error = await Assert.ThrowsAsync<PolicyHostException>(() => host.ApplyAsync(change, Stop));
        Assert.Equal((ProviderErrorKind.Forbidden, false), (error.Kind, error.MayHaveChanged));
    }

    [Fact]
    public async Task Where_nobody_listens_and_where_nobody_answers_is_told_in_time()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var clock = Stopwatch.StartNew();
        var slow = await FailAsync(new SftpPolicyHost(Options() with { Port = ((IPEndPoint)silent.LocalEndpoint).Port, Timeout = TimeSpan.FromSeconds(1) }));
        Assert.Equal(ProviderErrorKind.Timeout, slow.Kind);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(15));
        Assert.Equal(ProviderErrorKind.Unavailable, (await FailAsync(new SftpPolicyHost(Options() with { Port = Loopback.FreeEndPoint().Port }))).Kind);
    }

    [Theory]
    [InlineData("a b", "/srv", "x", "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("example.net", "", "x", "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("example.net", "~/www", "x", "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("example.net", "/srv/{host}/../x", "x", "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("example.net", "/srv", "../x", "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("example.net", "/srv", "x", "SHA256:AAAA")]
    [InlineData("example.net", "/srv", "x", "MD5:aa:bb")]
    [InlineData("example.net", "/srv", "x", "@cert-authority * ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("example.net", "/srv", "x", "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("example.net", "/srv", "x", "")]
    public void What_cannot_be_is_refused(string name, string path, string file, string key) =>
        Assert.Throws<ArgumentException>(() => new SftpPolicyHost(Options() with { Server = name, Path = path, File = file, HostKeys = [key] }));

    [Fact]
    public void There_is_exactly_one_way_to_log_in()
    {
        Assert.Throws<ArgumentException>(() => new SftpPolicyHost(Options() with { PrivateKeyPath = null }));
        Assert.Throws<ArgumentException>(() => new SftpPolicyHost(Options() with { Password = ProviderSecret.FromText("secret") }));
    }

    protected override bool RefusesWhatChanged(IPolicyHost host) => true;

    protected override async Task<HostUnderTest> CreateAsync(string? body)
    {
        var test = new HostUnderTest
        {
            Host = new SftpPolicyHost(Options() with { Target = "web.example.net" }),
            Domain = Domain,
            OtherDomain = "example.org",
            ReadAsync = async domain => File.Exists(FileOf(domain)) ? await File.ReadAllBytesAsync(FileOf(domain), Stop) : null,
            WriteAsync = async (domain, octets) =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(FileOf(domain))!);
                if (octets is null)
                    File.Delete(FileOf(domain));
                else
                    await File.WriteAllBytesAsync(FileOf(domain), octets, Stop);
            },
        };
        if (body is not null)
            await test.WriteAsync(test.Domain, Encoding.UTF8.GetBytes(body));
        return test;
    }

    private static string Mode(string path) => Convert.ToString((int)File.GetUnixFileMode(path), 8);

    private static Task<PolicyHostException> FailAsync(IPolicyHost host) => Assert.ThrowsAsync<PolicyHostException>(() => host.ReadAsync(Domain, Stop));

    private string FileOf(string domain) => _root[$"mta-sts.{domain}/.well-known/mta-sts.txt"];

    private async Task<string> FingerprintAsync(int key)
    {
        var path = _root.Write($"key{key}.pub", server.Sshd.HostKeys[key]);
        return (await ServerProcess.RunAsync(Installed.Program("ssh-keygen", "openssh-client"), ["-l", "-f", path], Stop)).Split(' ')[1];
    }

    private SftpPolicyHostOptions Options(Sshd? sshd = null) => new()
    {
        Server = (sshd ?? server.Sshd).EndPoint.Address.ToString(),
        Port = (sshd ?? server.Sshd).EndPoint.Port,
        HostKeys = [(sshd ?? server.Sshd).HostKeys[0]],
        UserName = "root",
        PrivateKeyPath = (sshd ?? server.Sshd).KeyPath,
        Path = _root["{host}"],
    };

    /// <summary>One sshd for all of these tests.</summary>
    public sealed class Server : IAsyncDisposable
    {
        private Sshd? _sshd;

        internal Sshd Sshd => _sshd!;

        public async ValueTask StartAsync() => _sshd ??= await Sshd.StartSftpAsync("", TestContext.Current.CancellationToken);

        public async ValueTask DisposeAsync()
        {
            if (_sshd is not null)
                await _sshd.DisposeAsync();
        }
    }
}
