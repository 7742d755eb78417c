using System.Text.RegularExpressions;
using MtaStsTools.PowerShell.Tests.Engine;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>Scripts as programs of their own: the demonstration, and an unattended job.</summary>
public sealed class ExampleTests
{
    private readonly LabFixture _lab;

    public ExampleTests(LabFixture lab)
    {
        _lab = lab;
        lab.SetEnvironment();
    }

    [Fact]
    public async Task The_quickstart_publishes_a_record_and_finds_six_broken_domains()
    {
        var script = Path.Combine(BuiltModule.Folder, "examples", "Quickstart.ps1");

        var (exitCode, output, error) = await ShellProcess.RunAsync("-File", script);

        Assert.Equal("", error);
        Assert.Equal(0, exitCode);
        Assert.Single(_lab.Lab.Txt("publish-new.test", "_mta-sts"));
        Assert.Contains("\nPass  publish-new.test  (mode enforce)\n", output, StringComparison.Ordinal);
        Assert.Equal(7, Regex.Count(output, @"(?m)^Fail  ", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
        Assert.DoesNotContain(_lab.Lab.UpdateKey.SecretBase64, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("good", "-Quiet", 0)]
    [InlineData("two-records", "-Quiet", 3)]
    public async Task An_unattended_job_tells_its_scheduler_by_exit_code(string name, string quiet, int expected)
    {
        var (exitCode, _, error) = await ShellProcess.RunWithModuleAsync($$"""
            $lab = @{ DnsServer = $env:MTASTS_LAB_DNS; HttpsPort = $env:MTASTS_LAB_HTTPS_PORT; SmtpPort = $env:MTASTS_LAB_SMTP_PORT;
                TrustedRoot = $env:MTASTS_LAB_ROOT; AllowPrivateAddress = $true };
            if (-not (Test-MtaStsDomain {{name}}.test @lab {{quiet}})) { exit 3 }
            """);

        Assert.Equal("", error);
        Assert.Equal(expected, exitCode);
    }

    [Fact]
    public async Task An_update_that_fails_ends_an_unattended_job_with_1_and_says_what_to_do()
    {
        var (exitCode, _, error) = await ShellProcess.RunWithModuleAsync("""
            $ErrorActionPreference = 'Stop'; $address, $port = $env:MTASTS_LAB_DNS -split ':';
            Publish-MtaStsRecord refused-update.test -Id 20240131 -Server $address -Port $port -DnsServer $env:MTASTS_LAB_DNS -HttpsPort $env:MTASTS_LAB_HTTPS_PORT -SmtpPort $env:MTASTS_LAB_SMTP_PORT -TrustedRoot $env:MTASTS_LAB_ROOT -AllowPrivateAddress;
            'not reached'
            """);

        Assert.Equal(1, exitCode);
        Assert.Contains("REFUSED", error, StringComparison.Ordinal);
        Assert.Contains("Recommendation:", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_that_greets_mail_exchangers_can_be_chosen()
    {
        _lab.Lab.Add(Sound("greeted", "For a test of EHLO."));
        using var session = _lab.Open();

        session.Run("Test-MtaStsDomain greeted.test -EhloName probe.example.com").ThrowIfFailed();

        Assert.Contains(
            _lab.Lab.Events.OfType<MtaStsTools.Lab.LabSmtpCommand>(),
            command => command is { Host: "mx1.greeted.test", Line: "EHLO probe.example.com" });
    }

    [Theory]
    [InlineData("", "Pass")]
    [InlineData("-AllAddresses", "Fail")]
    public void All_addresses_show_what_the_first_hides(string parameter, string verdict)
    {
        using var session = _lab.Open();

        var result = session.Run($"(Test-MtaStsDomain mx-two-addresses-differ.test {parameter}).Verdict.ToString()");

        Assert.Equal(verdict, result.Only<string>());
    }
}
