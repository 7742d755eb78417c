using System.Diagnostics;
using MtaStsTools.Lab;
using MtaStsTools.PowerShell.Tests.Engine;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>
/// A real pwsh that runs <c>Publish-MtaSts</c> is killed by the system while it talks to the laboratory, at points spread over the whole run: a record is never
/// there without its policy, what is foreign stays, and the next run completes.
/// </summary>
public sealed class KilledPublisherTests(LabFixture lab)
{
    private static string ScriptOf(string domain) => $$"""
        Import-Module '{{BuiltModule.ManifestPath}}' -ErrorAction Stop
        $address, $port = $env:MTASTS_LAB_DNS -split ':'
        $key = [securestring]::new()
        foreach ($character in $env:MTASTS_LAB_KEY_SECRET.ToCharArray()) { $key.AppendChar($character) }
        $dns = New-MtaStsDnsProvider -Rfc2136 $address -Port $port -KeyName $env:MTASTS_LAB_KEY_NAME -KeySecret $key
        $web = New-MtaStsPolicyHost -Folder "$env:MTASTS_LAB_WEB/{host}"
        $lab = @{
            DnsServer = $env:MTASTS_LAB_DNS; HttpsPort = $env:MTASTS_LAB_HTTPS_PORT; SmtpPort = $env:MTASTS_LAB_SMTP_PORT
            TrustedRoot = $env:MTASTS_LAB_ROOT; NameServerPort = $port; AllowPrivateAddress = $true; TimeoutSec = 5
        }
        $policy = New-MtaStsPolicy -Mode Enforce -MaxAge 4w -Mx 'mx1.{{domain}}'
        $result = Publish-MtaSts '{{domain}}' -Policy $policy -To $web -Provider $dns @lab -PassThru
        if (-not $result.AllAgree) { exit 3 }
        """;

    [Fact]
    public async Task No_end_of_the_process_leaves_a_record_without_its_policy_and_the_next_run_completes()
    {
        var whole = Add("never-killed");
        Assert.Equal(0, await RunAsync(whole, int.MaxValue));
        var events = Events(whole);
        Assert.True(events > 10, $"A whole run was {events} events.");
        AssertDone(whole);

        foreach (var share in new[] { 1, 4, 5, 6, 7 })
        {
            var domain = Add($"killed-at-{share}");
            lab.Lab.SetPolicy(domain, null);
            Assert.NotEqual(0, await RunAsync(domain, events * share / 8));

            Assert.Contains("v=spf1 -all", lab.Lab.Txt(domain, "_mta-sts"));
            if (lab.Lab.Txt(domain, "_mta-sts").Count > 1)
                Assert.Contains("mode: enforce", File(domain), StringComparison.Ordinal);

            Assert.Equal(0, await RunAsync(domain, int.MaxValue));
            AssertDone(domain);
        }
    }

    private void AssertDone(string domain)
    {
        Assert.Equal(2, lab.Lab.Txt(domain, "_mta-sts").Count);
        Assert.Contains("v=spf1 -all", lab.Lab.Txt(domain, "_mta-sts"));
        Assert.Contains("max_age: 2419200", File(domain), StringComparison.Ordinal);
    }

    private string File(string domain) => System.IO.File.ReadAllText(Path.Combine(lab.Lab.WebFolder, $"mta-sts.{domain}", ".well-known", "mta-sts.txt"));

    private string Add(string name) => lab.Lab.Add(Sound(name, "For a test of a process that is killed.").WithMtaSts("v=spf1 -all")).Domain;

    private int Events(string domain) => lab.Lab.Events.Count(entry => entry switch
    {
        LabDnsQuery query => query.Name.EndsWith(domain, StringComparison.OrdinalIgnoreCase),
        LabConnection connection => connection.Host.Contains(domain, StringComparison.OrdinalIgnoreCase),
        LabHttpRequest request => request.Host.Contains(domain, StringComparison.OrdinalIgnoreCase),
        _ => false,
    });

    /// <summary>Runs the script in a process of its own, and kills that once the laboratory has seen so many events of the domain.</summary>
    private async Task<int> RunAsync(string domain, int killAfter)
    {
        var start = new ProcessStartInfo("dotnet", ["pwsh", "-NoProfile", "-NonInteractive", "-Command", ScriptOf(domain)])
        {
            WorkingDirectory = BuiltModule.Repository,
            UseShellExecute = false,
        };
        foreach (var (name, value) in LabCommand.Settings(lab.Lab))
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        var before = Events(domain);
        while (!process.HasExited && Events(domain) - before < killAfter)
            await Task.Delay(5, patience.Token);
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }
}
