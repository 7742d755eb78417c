using System.Text;
using MtaStsTools.Lab;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Observation;

/// <summary>What is seen of a domain with nothing wrong.</summary>
public sealed class SoundDomainTests(ObservationFixture fixture) : IClassFixture<ObservationFixture>
{
    [Fact]
    public async Task Every_fact_of_a_sound_domain_is_seen()
    {
        var seen = await fixture.ObserveAsync("good");

        Assert.Null(seen.Failure);
        Assert.Equal("good.test", seen.Domain);
        Assert.Equal(DnsOutcome.Answered, seen.Record.Lookup.Outcome);
        Assert.Equal(fixture.Lab.DnsEndPoint.ToString(), seen.Record.Lookup.Server);
        Assert.Equal(TimeSpan.FromSeconds(300), seen.Record.Lookup.Ttl);
        Assert.Equal("v=STSv1; id=20260101T000000;", Assert.Single(seen.Record.Records).Text);
        Assert.Equal("v=TLSRPTv1; rua=mailto:tlsrpt@good.test", Assert.Single(seen.TlsReporting.Records).Text);
        Assert.Null(seen.ParentRecord);

        Assert.Equal("mta-sts.good.test", seen.PolicyHost.Host);
        Assert.False(Assert.Single(seen.PolicyHost.Addresses.Addresses).IsGlobal);
        Assert.Equal(DnsOutcome.NoData, seen.PolicyHost.Addresses.IPv6.Outcome);
        var fetch = Assert.Single(seen.PolicyHost.Fetches);
        Assert.Equal(PolicyFetchOutcome.Answered, fetch.Outcome);
        Assert.Null(fetch.Detail);
        Assert.Equal(200, fetch.StatusCode);
        Assert.Equal("text/plain", fetch.ContentType);
        Assert.Equal("TLS 1.3", fetch.TlsVersion);
        Assert.StartsWith("version: STSv1\r\nmode: enforce\r\n", Encoding.UTF8.GetString(Convert.FromBase64String(fetch.Body!)), StringComparison.Ordinal);
        Assert.Equal(ChainStatus.Trusted, fetch.Certificate!.ChainStatus);
        Assert.Equal("mta-sts.good.test", Assert.Single(fetch.Certificate.Certificate.DnsNames));
        Assert.Equal("CN=MtaStsTools Lab Intermediate", Assert.Single(fetch.Certificate.Intermediates).Subject);

        Assert.Equal([new MxFact(10, "mx1.good.test"), new MxFact(20, "mx2.good.test")], seen.Mx.Records);
        Assert.Equal(["mx1.good.test", "mx2.good.test"], seen.MailExchangers.Select(mx => mx.Host), StringComparer.Ordinal);
        Assert.Equal([10, 20], seen.MailExchangers.Select(mx => mx.Preference));
        foreach (var exchanger in seen.MailExchangers)
        {
            var session = Assert.Single(exchanger.Sessions);
            Assert.Equal(SmtpOutcome.TlsEstablished, session.Outcome);
            Assert.Null(session.Detail);
            Assert.Equal($"{exchanger.Host} ESMTP lab", session.Banner);
            Assert.Equal(["PIPELINING", "SIZE 52428800", "8BITMIME", "STARTTLS"], session.Extensions);
            Assert.Equal("TLS 1.3", session.TlsVersion);
            Assert.Equal(ChainStatus.Trusted, session.Certificate!.ChainStatus);
            Assert.Equal(exchanger.Host, Assert.Single(session.Certificate.Certificate.DnsNames));
            Assert.Equal(DnsOutcome.NameDoesNotExist, exchanger.Tlsa.Lookup.Outcome);
        }
    }

    [Fact]
    public async Task Mail_exchangers_hear_only_ehlo_starttls_and_quit_and_our_name()
    {
        await fixture.ObserveAsync("testing-good");

        var lines = fixture.Lab.Events.OfType<LabSmtpCommand>().Where(e => e.Host == "mx1.testing-good.test").Select(e => (e.Line, e.Encrypted));
        Assert.Equal([("EHLO observer.test", false), ("STARTTLS", false), ("QUIT", true)], lines);
        var handshake = Assert.Single(fixture.Lab.Events.OfType<LabSmtpHandshake>(), e => e.Host == "mx1.testing-good.test");
        Assert.Equal("mx1.testing-good.test", handshake.ServerName);
    }
}
