using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using MtaStsTools.Lab.Dns;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.Lab.Scenarios;

/// <summary>Mail exchangers: coverage, DNS, SMTP and TLS (RFC 8461 §4, §5).</summary>
internal static class MailExchangerScenarios
{
    private const string Escapes = "\u001b[31mred\u001b]52;c;cHduZWQ=\u0007\u009b2J\u0090q\u0000";

    public static IEnumerable<LabScenario> List => [.. Coverage, .. Names, .. Connections, .. Dialogues, .. Handshakes];

    private static IEnumerable<LabScenario> Coverage =>
    [
        Backup("uncovered-backup-mx", "The back-up mail exchanger is sound, and no mx pattern covers it.", new LabMailHost(), covered: false),
        Sound("uncovered-mx", "The only mail exchanger is not covered.").WithPolicy(PolicyText("enforce", 2_592_000, "mail.uncovered-mx.test")),
        Sound("uncovered-testing", "The only mail exchanger is not covered, in testing.")
            .WithPolicy(PolicyText("testing", 2_592_000, "mail.uncovered-testing.test")),
        Sound("pattern-covers-nothing", "One mx pattern covers no mail exchanger.")
            .WithPolicy(PolicyText("enforce", 2_592_000, "mx1.pattern-covers-nothing.test", "*.old-provider.test")),
        Backup("broken-backup-mx", "The back-up mail exchanger is covered, and its certificate has expired.",
            new LabMailHost { Certificate = LabCertificate.Expired }, covered: true),
    ];

    private static IEnumerable<LabScenario> Names =>
    [
        Sound("implicit-mx", "No MX record: the domain itself takes mail.").WithPolicy(PolicyText("enforce", 2_592_000, "implicit-mx.test")) with
        {
            MailHosts = [new LabMailHost { Name = "@", Preference = null }],
        },
        Sound("null-mx", "A null MX: the domain accepts no mail.").WithRecords("@", DnsType.Mx, LabRecord.Mx("@", 0, ".")) with { MailHosts = [] },
        Sound("no-mail", "Neither MX records nor an address.") with { MailHosts = [] },
        Sound("mx-cname", "The MX names an alias (RFC 5321 §5.1 forbids it).")
            .WithRecords("@", DnsType.Mx, LabRecord.Mx("@", 10, "mx1"))
            .WithRecords("mx1", DnsType.Cname, LabRecord.Cname("mx1", "real-mx")) with
        {
            MailHosts = [new LabMailHost { Name = "real-mx", Preference = null, Certificate = LabCertificate.For("mx1.mx-cname.test") }],
        },
        Sound("mx-no-address", "The mail exchanger has no address.").WithMailHost(h => h with { Unpublished = true }),
        Sound("mx-servfail", "The name server fails on the MX records.").WithDnsFault("@", DnsFault.ServFail, DnsType.Mx),
        Sound("mx-address-servfail", "The name server fails on the mail exchanger's address.").WithDnsFault("mx1", DnsFault.ServFail),
        Sound("mx-private-address", "The mail exchanger's only address is private.")
            .WithRecords("@", DnsType.Mx, LabRecord.Mx("@", 10, "mx1"))
            .WithRecords("mx1", DnsType.A, LabRecord.Address("mx1", IPAddress.Parse("10.255.255.2"))) with
        {
            MailHosts = [],
        },
        Sound("mx-two-addresses-differ", "Of the mail exchanger's two addresses, one presents an expired certificate.") with
        {
            MailHosts = [new LabMailHost(), new LabMailHost { Certificate = LabCertificate.Expired }],
        },
        Sound("mx-one-dead-address", "One of the mail exchanger's two addresses refuses connections.") with
        {
            MailHosts = [new LabMailHost(), new LabMailHost { Connection = ConnectionFault.Dead }],
        },
        Sound("mx-dual-stack", "The mail exchanger answers over IPv4 and IPv6.") with
        {
            MailHosts = [new LabMailHost(), new LabMailHost { Address = IPAddress.IPv6Loopback }],
        },
    ];

    private static IEnumerable<LabScenario> Connections =>
    [
        With("mx-dead", "The mail exchanger refuses connections.", h => h with { Connection = ConnectionFault.Dead }),
        With("mx-timeout", "Connecting to the mail exchanger times out.", h => h with { Connection = ConnectionFault.BlackHole }),
        With("mx-silent", "The mail exchanger accepts the connection and never greets.", h => h with { Connection = ConnectionFault.Silent }),
        Sound("mx-tarpits", "Each of eight mail exchangers accepts the connection and never greets.")
            .WithPolicy(PolicyText("enforce", 2_592_000, "*.mx-tarpits.test")) with
        {
            MailHosts = [.. Enumerable.Range(1, 8).Select(i => new LabMailHost { Name = $"mx{i}", Connection = ConnectionFault.Silent })],
        },
        With("mx-hangup", "The mail exchanger accepts the connection and closes it.", h => h with { Connection = ConnectionFault.HangUp }),
        With("mx-554-banner", "The mail exchanger greets with 554.", h => h with { Banner = "554 5.7.1 mx1.mx-554-banner.test takes no mail from you" }),
        With("mx-421-banner", "The mail exchanger greets with 421.", h => h with { Banner = "421 4.3.2 mx1.mx-421-banner.test is busy" }),
        With("mx-flood", "The greeting has lines without end.", h => h with { Smtp = SmtpFault.BannerFlood }),
        With("mx-line-flood", "The greeting is one line without end.", h => h with { Smtp = SmtpFault.BannerLineFlood }),
        With("mx-escape-banner", "Greeting and EHLO carry terminal escapes.", h => h with
        {
            Banner = $"220-{Escapes}\n220 mx1 {Escapes}", Keywords = ["STARTTLS", $"X-{Escapes}"],
        }),
        With("mx-no-smtp", "Something that is not SMTP answers.", h => h with { Banner = "SSH-2.0-OpenSSH_9.9" }),
    ];

    private static IEnumerable<LabScenario> Dialogues =>
    [
        With("no-starttls", "STARTTLS is not offered.", h => h with { Keywords = ["PIPELINING", "8BITMIME"] }),
        With("starttls-refused", "STARTTLS is offered and answered 454.", h => h with { StartTlsReply = "454 4.7.0 TLS not available" }),
        With("starttls-garbage", "STARTTLS is answered 220, and the handshake with octets that are no TLS.", h => h with { Tls = TlsFault.Garbage }),
        With("starttls-no-reply-code", "STARTTLS is answered by no SMTP reply.", h => h with { StartTlsReply = "go ahead" }),
        With("starttls-injection", "Clear-text replies ride along with the answer to STARTTLS.", h => h with { Smtp = SmtpFault.ReplyInjection }),
        With("ehlo-unknown", "EHLO is not known, only HELO.", h => h with { Smtp = SmtpFault.EhloUnknown }),
        With("ehlo-flood", "The answer to EHLO never ends.", h => h with { Smtp = SmtpFault.EhloFlood }),
        With("ehlo-hangup", "The mail exchanger hangs up after EHLO.", h => h with { Smtp = SmtpFault.HangUpAfterEhlo }),
        With("fails-after-tls", "The EHLO after the handshake is answered 421.", h => h with { Smtp = SmtpFault.FailsAfterTls }),
        With("starttls-lower-case", "The keyword is offered as starttls.", h => h with { Keywords = ["starttls"] }),
    ];

    private static IEnumerable<LabScenario> Handshakes =>
    [
        With("mx-expired", "The mail exchanger's certificate has expired.", h => h with { Certificate = LabCertificate.Expired }),
        With("mx-not-yet-valid", "The mail exchanger's certificate is not valid yet.", h => h with { Certificate = LabCertificate.NotYetValid }),
        With("mx-self-signed", "The mail exchanger's certificate is self-signed.", h => h with { Certificate = LabCertificate.SelfSigned }),
        With("mx-wrong-name", "The certificate is for the mail domain and not for the mail exchanger.",
            h => h with { Certificate = LabCertificate.For("mx-wrong-name.test") }),
        With("mx-cn-only", "The mail exchanger's certificate has no subjectAltName.", h => h with { Certificate = LabCertificate.CommonNameOnly }),
        With("mx-wildcard-cert", "A wildcard certificate covers the mail exchanger.", h => h with { Certificate = LabCertificate.For("*.mx-wildcard-cert.test") }),
        With("mx-many-names", "The mail exchanger's certificate names it after 1,200 other hosts.",
            h => h with { Certificate = LabCertificate.For([.. Enumerable.Range(1, 1200).Select(i => $"h{i}.many.test"), "mx1.mx-many-names.test"]) }),
        With("mx-untrusted", "The root of the mail exchanger's certificate is not trusted.", h => h with { Certificate = LabCertificate.Untrusted }),
        With("mx-missing-intermediate", "The mail exchanger does not send the intermediate.",
            h => h with { Certificate = LabCertificate.WithoutIntermediate }),
        With("mx-tls11", "The mail exchanger chooses TLS 1.1.", h => h with { Tls = TlsFault.Tls11Only }),
        With("mx-tls12", "The mail exchanger speaks TLS 1.2 and nothing newer.", h => h with { TlsVersions = SslProtocols.Tls12 }),
        With("mx-weak-suite", "The mail exchanger takes one cipher suite, of TLS 1.2 and in CBC mode.",
            h => h with { TlsVersions = SslProtocols.Tls12, CipherSuite = TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256 }),
        With("mx-weak-certificate", "The key usage of the mail exchanger's certificate allows no TLS.", h => h with { Certificate = LabCertificate.WrongKeyUsage }),
        With("mx-tls-hangup", "The mail exchanger hangs up in the handshake.", h => h with { Tls = TlsFault.HangUp }),
        With("mx-tls-silent", "The mail exchanger never answers the handshake.", h => h with { Tls = TlsFault.Silent }),
        Sound("mx-expired-testing", "The mail exchanger's certificate has expired, in testing.")
            .WithPolicy(PolicyText("testing", 604_800, "mx1.mx-expired-testing.test"))
            .WithMailHost(h => h with { Certificate = LabCertificate.Expired }),
    ];

    private static LabScenario With(string name, string description, Func<LabMailHost, LabMailHost> change) =>
        Sound(name, description).WithMailHost(change);

    private static LabScenario Backup(string name, string description, LabMailHost backup, bool covered)
    {
        string[] patterns = covered ? [$"mx1.{name}.test", $"backup.{name}.test"] : [$"mx1.{name}.test"];
        return Sound(name, description).WithPolicy(PolicyText("enforce", 2_592_000, patterns)) with
        {
            MailHosts = [new LabMailHost(), backup with { Name = "backup", Preference = 50 }],
        };
    }
}
