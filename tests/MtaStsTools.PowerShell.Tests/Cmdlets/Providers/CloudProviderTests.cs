using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MtaStsTools.Cloud.Tests.Aws;
using MtaStsTools.Cloud.Tests.Azure;
using MtaStsTools.PowerShell.Tests.Engine;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>Providers and hosts of the clouds at the prompt, against doubles of the services.</summary>
public sealed class CloudProviderTests(LabFixture lab)
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    [Fact]
    public void A_change_in_Route_53_is_planned_from_what_the_service_has()
    {
        using var service = new Route53Double();
        service.Zones["Z9"] = ("in-route53.test", false);
        service.Sets[("_mta-sts.in-route53.test", "TXT")] = (300, ["\"v=STSv1; id=1;\"", "\"foreign\""]);
        var plan = Plan("in-route53", Secret, $"New-MtaStsDnsProvider -Route53 -AccessKeyId {Route53Double.AccessKey} -SecretAccessKey $secret -Endpoint {service.Endpoint}");
        Assert.Contains("- _mta-sts.in-route53.test. 300 IN TXT \"v=STSv1; id=1;\"", plan, StringComparison.Ordinal);
        Assert.Contains("  _mta-sts.in-route53.test. 300 IN TXT \"foreign\"", plan, StringComparison.Ordinal);
        Assert.DoesNotContain(service.Asked, asked => asked.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public void A_change_in_Azure_DNS_is_planned_from_what_the_service_has()
    {
        using var service = AzureZone("in-azure.test");
        var plan = Plan("in-azure", AzureDnsDouble.Token, $"New-MtaStsDnsProvider -AzureDns -AccessToken $secret -Endpoint {service.Endpoint}");
        Assert.Contains("- _mta-sts.in-azure.test. 300 IN TXT \"v=STSv1; id=1;\"", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$secureToken")]
    [InlineData("'token-of-the-test'")]
    public void Who_is_signed_in_with_Az_Accounts_asks_where_nobody_is_named(string token)
    {
        using var service = AzureZone("signed-in.test");
        using var session = lab.Open();
        session.Set("secureToken", LabFixture.Secure(AzureDnsDouble.Token));
        session.Run(AzAccounts($"[pscustomobject]@{{ Token = {token}; ExpiresOn = [datetimeoffset]::UtcNow.AddHours(1); Asked = $ResourceUrl }}")).ThrowIfFailed();
        var zone = session.Run($"(New-MtaStsDnsProvider -AzureDns -Endpoint {service.Endpoint}).FindZoneAsync('_mta-sts.signed-in.test', [Threading.CancellationToken]::None).GetAwaiter().GetResult()");
        Assert.Equal("signed-in.test", zone.Only<string>());
    }

    [Fact]
    public void Who_is_not_signed_in_with_Az_Accounts_hears_so()
    {
        using var session = lab.Open();
        session.Run(AzAccounts("throw 'Run Connect-AzAccount to login.'")).ThrowIfFailed();
        var error = session.Run("New-MtaStsDnsProvider -AzureDns").Error;
        Assert.StartsWith("NotSignedIn,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Run Connect-AzAccount to login.", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bucket_is_read_at_the_prompt()
    {
        using var service = new S3Double();
        service.Objects["mta-sts.example.com/.well-known/mta-sts.txt"] = "version: STSv1"u8.ToArray();
        using var session = lab.Open();
        session.Set("secret", LabFixture.Secure(Secret));
        var body = session.Run($$"""
            $to = New-MtaStsPolicyHost -S3 -Bucket {{S3Double.Bucket}} -AccessKeyId AKID -SecretAccessKey $secret -Endpoint {{service.Endpoint}} -Prefix '{host}/' -Target d1.cloudfront.net
            "$to, $($to.GetTarget('example.com')), $([Text.Encoding]::ASCII.GetString($to.ReadAsync('example.com', [Threading.CancellationToken]::None).GetAwaiter().GetResult().Body.ToArray()))"
            """);
        Assert.Equal($"S3 bucket {S3Double.Bucket}, d1.cloudfront.net, version: STSv1", body.Only<string>());
    }

    [Theory]
    [InlineData("New-MtaStsPolicyHost -AzureBlob -Account account -AccountKey $secret", "InvalidCredential,")]
    [InlineData("New-MtaStsPolicyHost -S3 -Bucket b -ProfileName no-such-profile -Region eu-central-1", "InvalidCredential,")]
    [InlineData("New-MtaStsPolicyHost -S3 -Bucket b -AccessKeyId a -SecretAccessKey $secret -Region eu-central-1 -Prefix '{x}'", "InvalidPolicyHost,")]
    [InlineData("New-MtaStsDnsProvider -Route53 -ExternalId x", "InvalidCredential,")]
    [InlineData("New-MtaStsDnsProvider -AzureDns -AccessToken $secret -ResourceGroup g", "InvalidDnsProvider,")]
    [InlineData("New-MtaStsDnsProvider -AzureDns -AccessToken $secret -Endpoint http://example.com", "InvalidDnsProvider,")]
    public void What_cannot_be_is_told_and_not_quoted(string command, string errorId)
    {
        using var session = lab.Open();
        session.Set("secret", LabFixture.Secure("not base 64!"));
        var error = session.Run(command).Error;
        Assert.StartsWith(errorId, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("not base 64!", $"{error} {error.Exception}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-S3 -Bucket policies -AccessKeyId AKID -SecretAccessKey $secret")]
    [InlineData("-AzureBlob -Account account -AccountKey $secret")]
    public void A_service_that_says_nothing_is_waited_for_as_long_as_is_wished(string kind)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var session = lab.Open();
        session.Set("secret", LabFixture.Secure("c2VjcmV0"));
        var clock = Stopwatch.StartNew();
        var said = session.Run($$"""
            $to = New-MtaStsPolicyHost {{kind}} -Endpoint http://{{silent.LocalEndpoint}}/ -TimeoutSec 2
            try { $to.ReadAsync('example.com', [Threading.CancellationToken]::None).GetAwaiter().GetResult() } catch { "$($_.Exception.InnerException.Kind): $($_.Exception.InnerException.Message)" }
            """).Only<string>();
        Assert.StartsWith("Timeout: example.com: ", said, StringComparison.Ordinal);
        Assert.Contains(" within 2 s", said, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(20));
    }

    private static AzureDnsDouble AzureZone(string zone)
    {
        var service = new AzureDnsDouble();
        service.Zones.Add((AzureDnsDouble.Subscription, "dns", zone));
        service.PutTxt(zone, "_mta-sts", 300, ["v=STSv1; id=1;"]);
        return service;
    }

    private static string AzAccounts(string body) => $$"""
        Remove-Module Az.Accounts -ErrorAction Ignore
        Import-Module (New-Module -Name Az.Accounts -ScriptBlock { function Get-AzAccessToken { [CmdletBinding()] param($ResourceUrl) {{body}} } })
        """;

    private string Plan(string name, string secret, string provider)
    {
        lab.Lab.Add(Sound(name, "For a test of cloud providers.").WithMtaSts());
        using var session = lab.Open(width: 200);
        session.Set("secret", LabFixture.Secure(secret));
        return session.Render($"Publish-MtaStsRecord {name}.test -Id 2 -Provider ({provider}) -WhatIf");
    }
}
