using MtaStsTools.RealServers.Tests.Servers;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>Sessions with Postfix.</summary>
public sealed class MailHostTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task STARTTLS_gives_the_certificate_and_the_session_ends_with_QUIT()
    {
        await using var deployment = await Deployment.StartAsync(Stop);

        var session = await ProbeAsync(deployment);

        Assert.True(session.Outcome == SmtpOutcome.TlsEstablished, session.Detail);
        Assert.Contains(Deployment.MailHost, session.Banner, StringComparison.Ordinal);
        Assert.Contains("STARTTLS", session.Extensions, StringComparer.Ordinal);
        Assert.Equal("TLS 1.3", session.TlsVersion);
        Assert.Equal([Deployment.MailHost], session.Certificate!.Certificate.DnsNames);
        Assert.Equal(ChainStatus.Trusted, session.Certificate.ChainStatus);
        // Postfix counts the commands of a session as it ends: one greeting, STARTTLS and QUIT, and nothing of a message.
        await deployment.UntilMailLogHasAsync("ehlo=1 starttls=1 quit=1 commands=3", Stop);
    }

    [Fact]
    public async Task Postfix_without_a_certificate_does_not_offer_STARTTLS()
    {
        await using var deployment = await Deployment.StartAsync(Stop, startTls: false);

        var session = await ProbeAsync(deployment);

        Assert.Equal(SmtpOutcome.StartTlsNotOffered, session.Outcome);
        Assert.DoesNotContain("STARTTLS", session.Extensions, StringComparer.Ordinal);
    }

    private static async Task<SmtpSession> ProbeAsync(Deployment deployment)
    {
        using var observer = new DomainObserver(deployment.Options);
        var observation = await observer.ObserveAsync(Deployment.Domain, Stop);
        return Assert.Single(Assert.Single(observation.MailExchangers).Sessions);
    }
}
