using System.Runtime.Versioning;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Dns.ZoneFile;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.ZoneFile;

/// <summary>Zone files that are not changed, and what is said of them; what others do at the same time; what the file system keeps.</summary>
public sealed class ZoneFileFaultTests : IDisposable
{
    private const string Name = "_mta-sts.example.test";
    private const string Record = "_mta-sts 300 IN TXT \"v=STSv1; id=1;\"\n";

    private readonly ZoneFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("mail A (192.0.2.9\n", "line 8: a parenthesis that is opened here is not closed")]
    [InlineData("mail A 192.0.2.9)\n", "line 8: a parenthesis is closed that is not open")]
    [InlineData("a TXT \"open\nb TXT \"x\"\n", "line 8: a quotation mark is not closed")]
    [InlineData("a TXT \"open", "line 8: a quotation mark is not closed")]
    [InlineData("a TXT \"end\\", "line 8: a quotation mark is not closed")]
    [InlineData("a..b A 192.0.2.9\n", "line 8: 'a..b' is not a domain name")]
    [InlineData("a IN 300\n", "line 8: a record has no type")]
    [InlineData("$UNKNOWN\n", "line 8: the directive $UNKNOWN is not known")]
    [InlineData("$TTL soon\n", "line 8: $TTL is not followed by a time to live")]
    [InlineData("$ORIGIN\n", "line 8: $ORIGIN lacks what belongs behind it")]
    [InlineData("a TXT \\300\n", "line 8: a TXT record cannot be read")]
    [InlineData("@ SOA a b 1 2 3 4 5\n", "a zone has one SOA record, and here are 2")]
    [InlineData("\u0000\u0000\u0002", "line 8: there is a zero octet")]
    public async Task What_is_no_zone_file_is_told_with_its_line(string text, string reason)
    {
        _folder.Text = ZoneFolder.Head + text;
        var error = await FailAsync(() => _folder.Provider().ReadTxtAsync("example.test", Name, Stop), ProviderErrorKind.MalformedAnswer);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains("named-checkzone", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_include_themselves_come_to_an_end()
    {
        _folder.Text = ZoneFolder.Head + "$INCLUDE example.test.zone\n";
        var error = await FailAsync(() => _folder.Provider().FindZoneAsync(Name, Stop), ProviderErrorKind.MalformedAnswer);
        Assert.Contains("include one another", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_not_found()
    {
        await FailAsync(() => _folder.Provider().FindZoneAsync(Name, Stop), ProviderErrorKind.NotFound);
        _folder.Text = ZoneFolder.Head + "$INCLUDE missing.inc\n";
        var error = await FailAsync(() => _folder.Provider().FindZoneAsync(Name, Stop), ProviderErrorKind.NotFound);
        Assert.Contains("missing.inc", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deep NS ns.elsewhere.example.\n", "_mta-sts.deep.example.test", "delegates deep.example.test")]
    [InlineData("moved DNAME elsewhere.example.\n", "_mta-sts.moved.example.test", "delegates moved.example.test")]
    [InlineData("", "_mta-sts.example.com", "not in it")]
    public async Task A_name_that_another_zone_holds_is_not_found(string text, string name, string reason)
    {
        _folder.Text = ZoneFolder.Head + text;
        var error = await FailAsync(() => _folder.Provider().FindZoneAsync(name, Stop), ProviderErrorKind.NotFound);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_another_zone_is_refused()
    {
        _folder.Text = "$TTL 1h\nexample.org. SOA ns.example.org. host.example.org. 1 2 3 4 5\n";
        var error = await FailAsync(() => _folder.Provider().FindZoneAsync(Name, Stop), ProviderErrorKind.NotFound);
        Assert.Contains("holds example.org, and not example.test", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@ RRSIG SOA 8 2 3600 20240101000000 20230101000000 1 example.test. AAAA\n", "is signed")]
    [InlineData("$GENERATE 1-9 _mta-s$s TXT x\n$GENERATE 1-4 _mta-st$ TXT x\n$GENERATE 1-4 ${0,1,d}$.example.test. TXT x\n", null)]
    [InlineData("$GENERATE 1-9 _mta-st$ A 192.0.2.$\n$GENERATE 1-4 host$ A 192.0.2.$\n", null)]
    [InlineData("$GENERATE 0-15 $.e TXT x\n$GENERATE 1-4 _mta-sts TXT x$\n", "by $GENERATE in line 9")]
    public async Task What_the_server_or_a_tool_makes_is_not_edited(string text, string? reason)
    {
        _folder.Text = ZoneFolder.Head + text;
        var change = await ChangeAsync(_folder.Provider());
        if (reason is null)
        {
            await _folder.Provider().ApplyAsync(change, Stop);
            return;
        }

        var error = await FailAsync(() => _folder.Provider().ApplyAsync(change, Stop), ProviderErrorKind.InvalidRequest);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal(ZoneFolder.Head + text, _folder.Text);
    }

    [Fact]
    public async Task A_zone_with_a_journal_is_edited_only_on_demand()
    {
        _folder.WriteTexts([]);
        await File.WriteAllTextAsync(_folder.Main + ".jnl", "", Stop);
        var change = await ChangeAsync(_folder.Provider());

        var error = await FailAsync(() => _folder.Provider().ApplyAsync(change, Stop), ProviderErrorKind.InvalidRequest);
        Assert.Contains("rndc freeze", error.Remedy, StringComparison.Ordinal);
        await _folder.Provider(options => options with { IgnoreJournal = true }).ApplyAsync(change, Stop);

        Assert.Single(_folder.ReadTexts());
    }

    [Fact]
    public async Task A_file_that_is_included_twice_is_not_edited()
    {
        await File.WriteAllTextAsync(_folder.File("mail.inc"), Record, Stop);
        _folder.Text = ZoneFolder.Head + "$INCLUDE mail.inc\n$INCLUDE mail.inc sub.example.test.\n";
        var change = await ChangeAsync(_folder.Provider());
        var error = await FailAsync(() => _folder.Provider().ApplyAsync(change, Stop), ProviderErrorKind.InvalidRequest);
        Assert.Contains("is included 2 times", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_of_one_name_in_two_files_are_not_removed_at_once()
    {
        await File.WriteAllTextAsync(_folder.File("mail.inc"), "_mta-sts 300 IN TXT \"v=STSv1; id=9;\"\n", Stop);
        _folder.Text = $"{ZoneFolder.Head}{Record}$INCLUDE mail.inc\n";
        var provider = _folder.Provider();
        var change = await ChangeAsync(provider);
        var error = await FailAsync(() => provider.ApplyAsync(change with { Remove = change.Expected }, Stop), ProviderErrorKind.InvalidRequest);
        Assert.Contains("several files", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publisher_that_holds_the_file_is_waited_for_and_then_told()
    {
        _folder.WriteTexts([]);
        var change = await ChangeAsync(_folder.Provider());
        using (new FileStream(_folder.File(".example.test.zone.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            var error = await FailAsync(() => _folder.Provider(options => options with { LockTimeout = TimeSpan.FromMilliseconds(100) }).ApplyAsync(change, Stop), ProviderErrorKind.Timeout);
            Assert.Contains("held by another publisher", error.Message, StringComparison.Ordinal);
        }

        await _folder.Provider().ApplyAsync(change, Stop);
    }

    [Fact]
    public async Task Of_many_publishers_at_once_one_wins_and_the_others_get_a_conflict()
    {
        for (var round = 0; round < 25; round++)
        {
            _folder.WriteTexts(["v=STSv1; id=1;"]);
            var change = await ChangeAsync(_folder.Provider());
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => TryAsync(change with { Add = [TxtValue.FromText($"v=STSv1; id=by{number};")] }), Stop)));

            var winner = Array.IndexOf(outcomes, null);
            Assert.Equal(7, outcomes.Count(outcome => outcome == ProviderErrorKind.Conflict));
            Assert.Equal([$"v=STSv1; id=by{winner};"], _folder.ReadTexts());
        }
    }

    [Fact]
    public async Task A_reload_is_asked_for_after_the_change_and_its_failure_says_that_the_file_is_changed()
    {
        _folder.WriteTexts([]);
        var change = await ChangeAsync(_folder.Provider());
        var reloaded = new List<string>();
        var provider = _folder.Provider(options => options with
        {
            Reload = (zone, _) =>
            {
                reloaded.Add($"{zone} {_folder.ReadTexts().Count}");
                throw new InvalidOperationException("rndc: connection refused");
            },
        });

        var error = await Assert.ThrowsAsync<DnsProviderException>(() => provider.ApplyAsync(change, Stop));

        Assert.Equal(["example.test 1"], reloaded);
        Assert.True(error.MayHaveChanged);
        Assert.Contains("rndc: connection refused", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Links_and_permissions_stay_and_nothing_is_left_behind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps permissions by ReplaceFile, and links need a privilege there.");
        _folder.WriteTexts([]);
        Directory.CreateDirectory(_folder.File("real"));
        File.Move(_folder.Main, _folder.File("real/zone"));
        File.SetUnixFileMode(_folder.File("real/zone"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        File.CreateSymbolicLink(_folder.Main, "real/zone");

        await _folder.Provider().ApplyAsync(await ChangeAsync(_folder.Provider()), Stop);

        Assert.NotNull(File.ResolveLinkTarget(_folder.Main, returnFinalTarget: false));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(_folder.File("real/zone")));
        Assert.Single(_folder.ReadTexts());
        Assert.Equal([".zone.lock", "zone"], Directory.GetFiles(_folder.File("real")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_file_stays_that_of_its_owner()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root may give a file away, and only on Linux is the owner kept by hand.");
        _folder.WriteTexts([]);
        var owner = new FileOwner(53_053, 53_054);
        Assert.True(owner.Give(_folder.Main));

        await _folder.Provider().ApplyAsync(await ChangeAsync(_folder.Provider()), Stop);

        Assert.Equal(owner, FileOwner.Of(_folder.Main));
    }

    [Fact]
    public async Task A_hostile_path_and_text_are_escaped()
    {
        var error = await FailAsync(() => _folder.Provider(options => options with { Path = "/no/\u001B[2J" }).FindZoneAsync(Name, Stop), ProviderErrorKind.NotFound);
        Assert.DoesNotContain('\u001B', error.Message);
    }

    [Fact]
    public void Options_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentException>(() => _folder.Provider(options => options with { Path = " " }));
        Assert.Throws<ArgumentException>(() => _folder.Provider(options => options with { Zone = "a..b" }));
        Assert.Throws<ArgumentOutOfRangeException>(() => _folder.Provider(options => options with { LockTimeout = TimeSpan.Zero }));
    }

    private static async Task<RecordChange> ChangeAsync(ZoneFileProvider provider)
    {
        var set = await provider.ReadTxtAsync("example.test", Name, Stop);
        return new RecordChange
        {
            Zone = "example.test",
            RecordName = Name,
            Expected = set.Values,
            ExpectedTtl = set.Ttl,
            Remove = [.. set.Values.Where(value => value.IsMtaSts)],
            Add = [TxtValue.FromText("v=STSv1; id=2;")],
            Ttl = TimeSpan.FromSeconds(300),
        };
    }

    private static async Task<DnsProviderException> FailAsync(Func<Task> call, ProviderErrorKind kind)
    {
        var error = await Assert.ThrowsAsync<DnsProviderException>(call);
        Assert.Equal((kind, false), (error.Kind, error.MayHaveChanged));
        Assert.NotEmpty(error.Remedy);
        return error;
    }

    private async Task<ProviderErrorKind?> TryAsync(RecordChange change)
    {
        try
        {
            await _folder.Provider().ApplyAsync(change, Stop);
            return null;
        }
        catch (DnsProviderException exception)
        {
            return exception.Kind;
        }
    }
}
