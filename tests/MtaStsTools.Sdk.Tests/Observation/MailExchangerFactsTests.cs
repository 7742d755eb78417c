using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MtaStsTools.Lab;
using MtaStsTools.Lab.Dns;
using MtaStsTools.Net.Tls;
using Xunit;
using static MtaStsTools.SmtpOutcome;

namespace MtaStsTools.Sdk.Tests.Observation;

/// <summary>What is seen of MX hosts (RFC 5321, RFC 3207), sound and broken.</summary>
public sealed class MailExchangerFactsTests(ObservationFixture fixture) : IClassFixture<ObservationFixture>
{
    public static TheoryData<string, SmtpOutcome, string?> Sessions => new()
    {
        { "mx-dead", ConnectFailed, "the connection was refused" },
        { "mx-timeout", ConnectTimeout, "no connection within 3 s" },
        { "mx-silent", ReplyTimeout, "no reply to the connection within 3 s" },
        { "mx-hangup", ProtocolError, "the server closed the connection in place of a reply" },
        { "mx-554-banner", Rejected, "554 5.7.1 mx1.mx-554-banner.test takes no mail from you" },
        { "mx-421-banner", Rejected, "421 4.3.2 mx1.mx-421-banner.test is busy" },
        { "mx-flood", ProtocolError, "a reply has more than 200 lines" },
        { "mx-line-flood", ProtocolError, "a line is longer than 2000 octets" },
        { "mx-no-smtp", ProtocolError, "'SSH-2.0-OpenSSH_9.9' is no SMTP reply" },
        { "no-starttls", StartTlsNotOffered, null },
        { "starttls-refused", StartTlsRefused, "454 4.7.0 TLS not available" },
        { "starttls-garbage", TlsFailed, "the server's answer is no TLS" },
        { "starttls-no-reply-code", ProtocolError, "'go ahead' is no SMTP reply" },
        { "starttls-injection", ProtocolError, "clear text follows the reply to STARTTLS" },
        { "ehlo-unknown", StartTlsNotOffered, "EHLO: 502 5.5.1 Command not implemented" },
        { "ehlo-flood", ProtocolError, "a reply has more than 200 lines" },
        { "fails-after-tls", TlsEstablished, null },
        { "starttls-lower-case", TlsEstablished, null },
        { "mx-tls11", TlsTooOld, "the server speaks no TLS 1.2 or newer" },
        { "mx-tls-hangup", TlsFailed, "the server closed the connection" },
        { "mx-tls-silent", TlsFailed, "the handshake was not finished within 3 s" },
        { "mx-escape-banner", TlsEstablished, null },
    };

    public static TheoryData<string, ChainStatus, bool> Certificates => new()
    {
        { "mx-expired", ChainStatus.Trusted, true },
        { "mx-not-yet-valid", ChainStatus.Trusted, true },
        { "mx-wrong-name", ChainStatus.Trusted, false },
        { "mx-cn-only", ChainStatus.Trusted, false },
        { "mx-wildcard-cert", ChainStatus.Trusted, true },
        { "mx-self-signed", ChainStatus.SelfSigned, true },
        { "mx-untrusted", ChainStatus.UntrustedRoot, true },
        { "mx-missing-intermediate", ChainStatus.Incomplete, true },
    };

    [Theory]
    [MemberData(nameof(Sessions))]
    public async Task How_far_a_session_came_is_told(string scenario, SmtpOutcome outcome, string? detail)
    {
        var session = Assert.Single(Assert.Single((await fixture.ObserveAsync(scenario)).MailExchangers).Sessions);

        Assert.Equal((outcome, detail), (session.Outcome, session.Detail));
        Assert.Equal(outcome == TlsEstablished, session.Certificate is not null);
        Assert.InRange(session.Duration, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task A_host_that_hangs_up_in_the_middle_breaks_the_protocol()
    {
        // Whether our STARTTLS still arrives is a race: it is answered by the end of the stream or by a reset.
        var session = Assert.Single(Assert.Single((await fixture.ObserveAsync("ehlo-hangup")).MailExchangers).Sessions);

        Assert.Equal(ProtocolError, session.Outcome);
        Assert.Contains(session.Detail, new[] { "the server closed the connection in place of a reply", "the connection was reset" }, StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Certificates))]
    public async Task A_certificate_that_does_not_fit_is_a_fact_and_ends_no_session(string scenario, ChainStatus status, bool matches)
    {
        var exchanger = Assert.Single((await fixture.ObserveAsync(scenario)).MailExchangers);
        var session = Assert.Single(exchanger.Sessions);

        Assert.Equal((TlsEstablished, status), (session.Outcome, session.Certificate!.ChainStatus));
        Assert.Equal(matches, CertificateNames.Match(exchanger.Host, session.Certificate.Certificate.DnsNames));
    }

    [Fact]
    public async Task The_version_that_an_old_server_offers_is_named()
    {
        var session = Assert.Single(Assert.Single((await fixture.ObserveAsync("mx-tls11", o => o with { AllAddresses = true })).MailExchangers).Sessions);

        Assert.Equal("TLS 1.1", session.TlsVersion);
    }

    [Fact]
    public async Task Terminal_escapes_in_replies_are_written_out()
    {
        var session = Assert.Single(Assert.Single((await fixture.ObserveAsync("mx-escape-banner")).MailExchangers).Sessions);

        Assert.Contains(@"\u001B[31mred", session.Banner, StringComparison.Ordinal);
        Assert.All([session.Banner!, .. session.Extensions], text => Assert.DoesNotContain(text, char.IsControl));
    }

    [Fact]
    public async Task Without_mx_records_the_domain_is_its_own_exchanger()
    {
        var seen = await fixture.ObserveAsync("implicit-mx");

        Assert.Equal(DnsOutcome.NoData, seen.Mx.Lookup.Outcome);
        var exchanger = Assert.Single(seen.MailExchangers);
        Assert.Equal(("implicit-mx.test", 0, TlsEstablished), (exchanger.Host, exchanger.Preference, Assert.Single(exchanger.Sessions).Outcome));
    }

    [Fact]
    public async Task A_null_mx_leaves_nobody_to_contact()
    {
        var seen = await fixture.ObserveAsync("null-mx");

        Assert.True(seen.Mx.IsNullMx);
        Assert.Empty(seen.MailExchangers);
    }

    [Fact]
    public async Task A_failed_question_for_mx_records_makes_no_implicit_mx()
    {
        var seen = await fixture.ObserveAsync("mx-servfail");

        Assert.Equal(DnsOutcome.ServerFailure, seen.Mx.Lookup.Outcome);
        Assert.Empty(seen.MailExchangers);
    }

    [Fact]
    public async Task An_exchanger_that_is_an_alias_keeps_its_name_and_shows_the_target()
    {
        var exchanger = Assert.Single((await fixture.ObserveAsync("mx-cname")).MailExchangers);

        Assert.Equal("mx1.mx-cname.test", exchanger.Host);
        Assert.Equal("real-mx.mx-cname.test", Assert.Single(exchanger.Addresses.IPv4.Aliases));
        Assert.Equal(TlsEstablished, Assert.Single(exchanger.Sessions).Outcome);
    }

    [Fact]
    public async Task An_exchanger_that_is_an_address_is_not_asked_for()
    {
        fixture.Lab.Add(new LabScenario("mx-literal", "mx-literal.test", "The MX names an address.")
        {
            Records = [LabRecord.Mx("@", 10, "192.0.2.25.")],
        });

        var exchanger = Assert.Single((await fixture.ObserveAsync("mx-literal")).MailExchangers);

        Assert.Equal(("192.0.2.25", DnsOutcome.NotAsked), (exchanger.Host, exchanger.Addresses.IPv4.Outcome));
        Assert.Empty(exchanger.Sessions);
        Assert.DoesNotContain(fixture.Lab.Events.OfType<LabDnsQuery>(), query => query.Name.Contains("192.0.2.25", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_address_is_contacted_only_where_asked()
    {
        var one = await fixture.ObserveAsync("mx-two-addresses-differ");
        var all = await fixture.ObserveAsync("mx-two-addresses-differ", o => o with { AllAddresses = true });

        Assert.Single(Assert.Single(one.MailExchangers).Sessions);
        var sessions = Assert.Single(all.MailExchangers).Sessions;
        Assert.Equal(2, sessions.Select(session => session.Certificate!.Certificate.NotAfter).Distinct().Count());
    }

    [Fact]
    public async Task Smtp_is_left_out_on_request()
    {
        var seen = await fixture.ObserveAsync("body-64k", o => o with { SkipSmtp = true });

        Assert.True(seen.SmtpSkipped);
        Assert.Empty(Assert.Single(seen.MailExchangers).Sessions);
        Assert.DoesNotContain(fixture.Lab.Events.OfType<LabConnection>(), e => e is { Smtp: true, Host: "mx1.body-64k.test" });
    }

    [Theory]
    [InlineData("dane-match", true)]
    [InlineData("dane-unsigned", false)]
    public async Task Associations_come_with_the_word_of_the_resolver_on_dnssec(string scenario, bool authenticated)
    {
        var exchanger = Assert.Single((await fixture.ObserveAsync(scenario)).MailExchangers);

        Assert.Equal(("_25._tcp." + exchanger.Host, authenticated), (exchanger.Tlsa.Lookup.Name, exchanger.Tlsa.Lookup.Authenticated));
        var tlsa = Assert.Single(exchanger.Tlsa.Records);
        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(exchanger.Sessions[0].Certificate!.Certificate.Der!));
        var digest = Convert.ToHexStringLower(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
        Assert.Equal((3, 1, 1, authenticated), (tlsa.Usage, tlsa.Selector, tlsa.MatchingType, tlsa.Data == digest));
    }
}
