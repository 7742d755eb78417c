using MtaStsTools.PowerShell.Tests.Engine;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>A zone file at the prompt.</summary>
public sealed class ZoneFileProviderTests(LabFixture lab) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_record_is_published_in_a_zone_file_and_the_server_made_to_load_it()
    {
        lab.Lab.Add(Sound("in-a-file", "For a test of zone files.").WithMtaSts());
        using var session = Open("in-a-file.test", "mail A 192.0.2.1 ; stays\n");

        var result = session.Run("""
            $reloaded = [System.Collections.Generic.List[string]]::new()
            $provider = New-MtaStsDnsProvider -ZoneFile $file -Zone in-a-file.test -SerialStyle Date -Reload { $reloaded.Add($_) }
            Publish-MtaStsRecord in-a-file.test -Id 1 -Ttl 10m -Provider $provider -ReadBackTimeoutSec 0 -NameServerPort 9 -PassThru | ForEach-Object { "$($_.State) $reloaded" }
            """);

        Assert.Equal("Changed in-a-file.test", result.Only<string>());
        var text = File.ReadAllText(_folder.File("zone"));
        Assert.EndsWith("mail A 192.0.2.1 ; stays\n_mta-sts.in-a-file.test.\t600\tIN\tTXT\t\"v=STSv1; id=1;\"\n", text, StringComparison.Ordinal);
        Assert.Matches("hostmaster 20[0-9]{8} ", text);
    }

    [Fact]
    public void A_reload_that_fails_says_that_the_file_is_changed()
    {
        lab.Lab.Add(Sound("not-reloaded", "For a test of zone files.").WithMtaSts());
        using var session = Open("not-reloaded.test", "");

        var error = session.Run("Publish-MtaStsRecord not-reloaded.test -Id 1 -Provider (New-MtaStsDnsProvider -ZoneFile $file -Zone not-reloaded.test -Reload { throw 'rndc: connect failed' })").Error;

        Assert.StartsWith("DnsProviderUnavailable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("is changed, but the server was not made to load it: rndc: connect failed", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("id=1", File.ReadAllText(_folder.File("zone")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_of_another_provider_and_a_zone_that_is_none_are_refused()
    {
        using var session = new ModuleSession();
        Assert.StartsWith("NotAFileSystemPath,", session.Run("New-MtaStsDnsProvider -ZoneFile Env:PATH").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("InvalidZoneFile,", session.Run("New-MtaStsDnsProvider -ZoneFile zone -Zone 'a..b'").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private ModuleSession Open(string zone, string records)
    {
        File.WriteAllText(_folder.File("zone"), $"$TTL 1h\n@ IN SOA ns1 hostmaster 7 1h 15m 2w 1h\n NS ns1\nns1 A 127.0.0.1\n{records}");
        var session = lab.Open();
        session.Set("file", _folder.File("zone")).Run("'Server', 'Port', 'KeyName', 'KeySecret' | ForEach-Object { $PSDefaultParameterValues.Remove(\"*publish-MtaStsRecord:$_\") }").ThrowIfFailed();
        return session;
    }
}
