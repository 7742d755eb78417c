using System.Management.Automation;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>What a domain publishes, fetched from the laboratory.</summary>
public sealed class LiveLookupTests(LabFixture lab)
{
    [Theory]
    [InlineData("Get-MtaStsPolicy good.test | ForEach-Object { \"$($_.Domain) $($_.Mode) $($_.Mx.Count)\" }", "good.test Enforce 2")]
    [InlineData("'good.test' | Get-MtaStsRecord | ForEach-Object { \"$($_.Domain) $($_.Id)\" }", "good.test 20260101T000000")]
    [InlineData("[pscustomobject]@{ Name = 'good.test' } | Get-TlsRptRecord | ForEach-Object { \"$($_.Domain) $($_.Rua)\" }", "good.test mailto:tlsrpt@good.test")]
    [InlineData("[pscustomobject]@{ DomainName = 'cname-delegated.test' } | Get-MtaStsRecord | ForEach-Object Id", "20260101T000000")]
    [InlineData("[pscustomobject]@{ Domain = 'good.test' } | Get-MtaStsPolicy | Get-MtaStsRecord | ForEach-Object Id", "20260101T000000")]
    [InlineData("(Get-MtaStsRecord 'münchen.test').Domain", "xn--mnchen-3ya.test")]
    public void Domains_bind_by_value_and_by_property_name(string script, string expected)
    {
        using var session = lab.Open();

        Assert.Equal(expected, session.Run(script).Only<string>());
    }

    [Theory]
    [InlineData("Get-MtaStsRecord no-record.test", "NotPublished", ErrorCategory.ObjectNotFound, "no-record.test")]
    [InlineData("Get-MtaStsRecord not-configured.test", "NotPublished", ErrorCategory.ObjectNotFound, "not-configured.test")]
    [InlineData("Get-TlsRptRecord not-configured.test", "NotPublished", ErrorCategory.ObjectNotFound, "not-configured.test")]
    [InlineData("Get-MtaStsPolicy no-such-domain.test", "NotPublished", ErrorCategory.ObjectNotFound, "no-such-domain.test")]
    [InlineData("Get-MtaStsRecord no-such-domain.test", "NotPublished", ErrorCategory.ObjectNotFound, "no-such-domain.test")]
    [InlineData("Get-TlsRptRecord no-such-domain.test", "NotPublished", ErrorCategory.ObjectNotFound, "no-such-domain.test")]
    [InlineData("Get-MtaStsPolicy good.test -DnsServer 127.0.0.1:9 -TimeoutSec 1", "LookupIndeterminate", ErrorCategory.ResourceUnavailable, "good.test")]
    [InlineData("Get-MtaStsRecord good.test -DnsServer 127.0.0.1:9 -TimeoutSec 1", "LookupIndeterminate", ErrorCategory.ResourceUnavailable, "good.test")]
    [InlineData("Get-TlsRptRecord good.test -DnsServer 127.0.0.1:9 -TimeoutSec 1", "LookupIndeterminate", ErrorCategory.ResourceUnavailable, "good.test")]
    [InlineData("New-MtaStsPolicy -FromDomain good.test -DnsServer 127.0.0.1:9 -TimeoutSec 1", "LookupIndeterminate", ErrorCategory.ResourceUnavailable, "good.test")]
    [InlineData("Get-MtaStsRecord two-records.test", "NoUsableRecord", ErrorCategory.InvalidData, "two-records.test")]
    [InlineData("Get-MtaStsRecord servfail.test", "LookupIndeterminate", ErrorCategory.ResourceUnavailable, "servfail.test")]
    [InlineData("Get-TlsRptRecord tlsrpt-two.test", "NoUsableRecord", ErrorCategory.InvalidData, "tlsrpt-two.test")]
    [InlineData("Get-TlsRptRecord tlsrpt-servfail.test", "LookupIndeterminate", ErrorCategory.ResourceUnavailable, "tlsrpt-servfail.test")]
    [InlineData("Get-MtaStsPolicy redirect.test", "NoUsablePolicy", ErrorCategory.InvalidData, "redirect.test")]
    [InlineData("Get-MtaStsPolicy invalid-policy.test", "NoUsablePolicy", ErrorCategory.InvalidData, "invalid-policy.test")]
    [InlineData("Get-MtaStsPolicy not-configured.test", "NotPublished", ErrorCategory.ObjectNotFound, "not-configured.test")]
    [InlineData("Get-MtaStsPolicy 'no domain'", "InvalidDomainName", ErrorCategory.InvalidArgument, "no domain")]
    [InlineData("New-MtaStsPolicy -FromDomain null-mx.test", "NoMailExchangers", ErrorCategory.ObjectNotFound, "null-mx.test")]
    [InlineData("Test-MtaStsDomain 'a..b'", "InvalidDomainName", ErrorCategory.InvalidArgument, "a..b")]
    public void What_could_not_be_had_is_an_error_about_the_domain(string script, string errorId, ErrorCategory category, string target)
    {
        using var session = lab.Open();

        var result = session.Run(script);

        Assert.Empty(result.Output);
        ErrorAssert.Is(result, errorId, category, target);
    }

    [Fact]
    public void A_bad_domain_does_not_keep_the_others_from_being_asked()
    {
        using var session = lab.Open();

        var result = session.Run("'two-records.test', 'not a domain', 'good.test' | Get-MtaStsRecord | ForEach-Object Domain");

        Assert.Equal(["good.test"], result.Values<string>());
        Assert.Equal(2, result.Errors.Count);
    }

    [Fact]
    public void A_draft_covers_the_live_mail_exchangers()
    {
        using var session = lab.Open();

        var text = session.Run("\"$(New-MtaStsPolicy -FromDomain good.test -Mode Testing -MaxAge 1d)\"").Only<string>();

        Assert.Equal("version: STSv1\r\nmode: testing\r\nmx: mx1.good.test\r\nmx: mx2.good.test\r\nmax_age: 86400\r\n", text);
    }

    [Fact]
    public void A_draft_covers_hosts_that_are_not_live_yet()
    {
        using var session = lab.Open();

        var hosts = session.Run("'mx3.good.test', 'mx2.good.test' | New-MtaStsPolicy -FromDomain good.test | ForEach-Object { $_.Mx -join ' ' }").Only<string>();

        Assert.Equal("mx1.good.test mx2.good.test mx3.good.test", hosts);
    }

    [Fact]
    public void Verbose_tells_what_is_asked()
    {
        using var session = lab.Open();

        var verbose = session.Run("Get-MtaStsRecord good.test -Verbose").ThrowIfFailed().Verbose;

        Assert.Contains("good.test: DNS: TXT _mta-sts.good.test", verbose);
    }
}
