using MtaStsTools.PowerShell.Tests.Cmdlets;
using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Parameters;

/// <summary>A parameter of the network is there where it does something, and nowhere else.</summary>
public sealed class NetworkParameterTests(LabFixture lab)
{
    private static readonly string[] Network = ["AllowPrivateAddress", "DnsServer", "HttpsPort", "SmtpPort", "TimeoutSec", "TrustedRoot"];

    [Theory]
    [InlineData("Get-MtaStsRecord", "DnsServer TimeoutSec")]
    [InlineData("Get-TlsRptRecord", "DnsServer TimeoutSec")]
    [InlineData("Get-MtaStsPolicy", "AllowPrivateAddress DnsServer HttpsPort TimeoutSec TrustedRoot")]
    [InlineData("Unpublish-MtaStsRecord", "AllowPrivateAddress DnsServer HttpsPort TimeoutSec TrustedRoot")]
    [InlineData("Publish-MtaStsRecord", "AllowPrivateAddress DnsServer HttpsPort SmtpPort TimeoutSec TrustedRoot")]
    [InlineData("Test-MtaStsDomain", "AllowPrivateAddress DnsServer HttpsPort SmtpPort TimeoutSec TrustedRoot")]
    public void A_command_takes_what_it_uses(string command, string expected)
    {
        using var session = new ModuleSession();

        var parameters = session.Run($"(Get-Command {command}).Parameters.Keys").ThrowIfFailed().Values<string>();

        Assert.Equal(expected, string.Join(' ', parameters.Intersect(Network).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("Test-MtaStsDomain", "Domain")]
    [InlineData("New-MtaStsPolicy", "FromDomain")]
    public void Only_the_set_that_asks_the_network_has_them(string command, string set)
    {
        using var session = new ModuleSession();

        var sets = session.Set("network", Network)
            .Run($"(Get-Command {command}).ParameterSets | Where-Object {{ $_.Parameters.Name | Where-Object {{ $_ -in $network }} }} | ForEach-Object Name")
            .ThrowIfFailed().Values<string>();

        Assert.Equal([set], sets);
    }

    [Theory]
    [InlineData("New-MtaStsPolicy -Mode Enforce -MX mail.example.com -MaxAge 4w")]
    [InlineData("New-MtaStsPolicy Testing mail.example.com")]
    [InlineData("'mail.example.com' | New-MtaStsPolicy Testing")]
    [InlineData("New-MtaStsPolicy -Mode None")]
    public void A_default_for_the_network_does_not_disturb_a_command_that_needs_none(string script)
    {
        using var session = lab.Open();

        Assert.Single(session.Run(script).ThrowIfFailed().Output);
    }
}
