using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using MtaStsTools.Lab.Dns;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.Lab.Scenarios;

/// <summary>The policy host: its addresses, its TLS and its HTTP (RFC 8461 §3.3).</summary>
internal static class PolicyHostScenarios
{
    public static IEnumerable<LabScenario> List => [.. Addresses, .. Handshakes, .. Certificates, .. Responses];

    private static IEnumerable<LabScenario> Addresses =>
    [
        Sound("dangling-cname", "mta-sts is a CNAME to a name that does not exist.")
            .WithRecords("mta-sts", DnsType.Cname, LabRecord.Cname("mta-sts", "gone.dangling-cname.test.")) with
        {
            PolicyHosts = [],
        },
        Sound("hosted-policy", "mta-sts is a CNAME to a provider's host, whose certificate is for the customer's name.")
            .WithRecords("mta-sts", DnsType.Cname, LabRecord.Cname("mta-sts", "pages.hosted-policy.test."))
            .WithPolicyHost(h => h with { Name = "pages", Certificate = LabCertificate.For("mta-sts.hosted-policy.test") }),
        Sound("hosted-wrong-name", "mta-sts is a CNAME to a provider's host that presents the provider's own certificate.")
            .WithRecords("mta-sts", DnsType.Cname, LabRecord.Cname("mta-sts", "pages.hosted-wrong-name.test."))
            .WithPolicyHost(h => h with { Name = "pages" }),
        Sound("no-address", "mta-sts exists and has no address.")
            .WithRecords("mta-sts", DnsType.Txt, LabRecord.Txt("mta-sts", "no address here")) with
        {
            PolicyHosts = [],
        },
        Sound("policy-servfail", "The name server fails on the policy host's address.").WithDnsFault("mta-sts", DnsFault.ServFail),
        Sound("policy-private-address", "The policy host's only address is private.")
            .WithRecords("mta-sts", DnsType.A, LabRecord.Address("mta-sts", IPAddress.Parse("10.255.255.1"))) with
        {
            PolicyHosts = [],
        },
        Sound("dead-port", "The policy host refuses connections.").WithPolicyHost(h => h with { Connection = ConnectionFault.Dead }),
        Sound("policy-timeout", "Connecting to the policy host times out.")
            .WithPolicyHost(h => h with { Connection = ConnectionFault.BlackHole }),
        Sound("policy-silent", "The policy host accepts the connection and says nothing.")
            .WithPolicyHost(h => h with { Connection = ConnectionFault.Silent }),
        Drifting(),
        Sound("one-dead-address", "One of the policy host's two addresses refuses connections.") is var half
            ? half with { PolicyHosts = [half.PolicyHosts[0], half.PolicyHosts[0] with { Connection = ConnectionFault.Dead }] }
            : half,
    ];

    private static IEnumerable<LabScenario> Handshakes =>
    [
        Sound("tls11-only", "The policy host chooses TLS 1.1.").WithPolicyHost(h => h with { Tls = TlsFault.Tls11Only }),
        Sound("weak-suite", "The policy host takes one cipher suite, of TLS 1.2 and in CBC mode.").WithPolicyHost(h => h with
        {
            TlsVersions = SslProtocols.Tls12, CipherSuite = TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384,
        }),
        Sound("tls12-only", "The policy host speaks TLS 1.2 and nothing newer.")
            .WithPolicyHost(h => h with { TlsVersions = SslProtocols.Tls12 }),
        Sound("tls-version-alert", "The policy host refuses the client's TLS versions by alert.")
            .WithPolicyHost(h => h with { Tls = TlsFault.ProtocolVersionAlert }),
        Sound("handshake-garbage", "The policy host answers the handshake with octets that are no TLS.")
            .WithPolicyHost(h => h with { Tls = TlsFault.Garbage }),
        Sound("handshake-hangup", "The policy host hangs up in the handshake.").WithPolicyHost(h => h with { Tls = TlsFault.HangUp }),
        Sound("handshake-silent", "The policy host never answers the handshake.").WithPolicyHost(h => h with { Tls = TlsFault.Silent }),
        Sound("plain-http", "The policy host speaks HTTP without TLS on the HTTPS port.")
            .WithPolicyHost(h => h with { Tls = TlsFault.PlainText }),
    ];

    private static IEnumerable<LabScenario> Certificates =>
    [
        WithCertificate("wrong-name", "The certificate is for another host.", LabCertificate.For("www.wrong-name.test")),
        WithCertificate("cn-only", "The certificate has the name in its CN and no subjectAltName.", LabCertificate.CommonNameOnly),
        WithCertificate("wildcard-cert", "A wildcard certificate covers the policy host.", LabCertificate.For("*.wildcard-cert.test")),
        WithCertificate("wildcard-too-deep", "A wildcard certificate would have to match two labels.", LabCertificate.For("*.test")),
        WithCertificate("expired", "The certificate has expired.", LabCertificate.Expired),
        WithCertificate("not-yet-valid", "The certificate is not valid yet.", LabCertificate.NotYetValid),
        WithCertificate("self-signed", "The certificate is self-signed.", LabCertificate.SelfSigned),
        WithCertificate("untrusted-root", "The certificate's root is not trusted.", LabCertificate.Untrusted),
        WithCertificate("missing-intermediate", "The server does not send the intermediate.", LabCertificate.WithoutIntermediate),
        WithCertificate("weak-certificate", "The key usage of the certificate allows no TLS.", LabCertificate.WrongKeyUsage),
        WithCertificate(
            "expiring-soon", "The certificate expires in two days.", new LabCertificate { NotAfter = TimeSpan.FromDays(2) }),
    ];

    private static IEnumerable<LabScenario> Responses =>
    [
        Sound("redirect", "The policy URL redirects.").WithPolicyHost(h => h with
        {
            Status = 301, Location = "https://www.redirect.test/.well-known/mta-sts.txt", Body = "",
        }),
        Sound("not-found", "The policy URL answers 404.").WithPolicyHost(h => h with { Status = 404 }),
        Sound("server-error", "The policy URL answers 500.").WithPolicyHost(h => h with { Status = 500 }),
        Sound("html-type", "The policy comes as text/html.").WithPolicyHost(h => h with { ContentType = "text/html; charset=utf-8" }),
        Sound("missing-type", "The policy comes without a media type.").WithPolicyHost(h => h with { ContentType = null }),
        Sound("type-parameters", "The media type carries a parameter, which is ignored.")
            .WithPolicyHost(h => h with { ContentType = "text/plain; charset=us-ascii" }),
        Sound("html-page", "A page of HTML stands where the policy should.").WithPolicyHost(h => h with
        {
            ContentType = "text/html", Body = "<!DOCTYPE html>\n<html><body><h1>It works</h1></body></html>\n",
        }),
        Sound("body-64k", "The policy is exactly 65,536 octets long, the most allowed.") is var full
            ? full.WithPolicyHost(h => h with { Body = Padded(h.Body!, 65_536) })
            : full,
        Sound("body-65k", "The policy is one octet longer than 64 KiB.").WithPolicyHost(h => h with { Body = Padded(h.Body!, 65_537) }),
        WithHttp("lying-content-length", "Content-Length says more than is sent.", HttpFault.LyingContentLength),
        WithHttp("ends-with-session", "The answer has no length and ends with the TLS session.", HttpFault.EndsWithSession),
        WithHttp("no-close-notify", "The answer has no length, and the connection is closed without close_notify.", HttpFault.EndsWithoutCloseNotify),
        WithHttp("gzip-bomb", "A small gzip body unpacks to 64 MiB.", HttpFault.GzipBomb),
        WithHttp("slow-drip", "The body comes an octet at a time.", HttpFault.SlowDrip),
        WithHttp("slow-headers", "The header comes an octet at a time.", HttpFault.SlowHeaders),
        WithHttp("endless-headers", "The header never ends.", HttpFault.EndlessHeaders),
        WithHttp("endless-body", "The body never ends.", HttpFault.EndlessBody),
        WithHttp("http-garbage", "What comes over TLS is no HTTP, and has terminal escapes.", HttpFault.Garbage),
        WithHttp("http-silent", "The request is never answered.", HttpFault.Silent),
    ];

    private static LabScenario WithCertificate(string name, string description, LabCertificate certificate) =>
        Sound(name, description).WithPolicyHost(h => h with { Certificate = certificate });

    private static LabScenario WithHttp(string name, string description, HttpFault fault) =>
        Sound(name, description).WithPolicyHost(h => h with { Http = fault });

    private static LabScenario Drifting()
    {
        var sound = Sound("drifting-addresses", "The policy host's addresses, two of IPv4 and one of IPv6, serve different policies.");
        var host = sound.PolicyHosts[0];
        var stale = host with { Body = PolicyText("testing", 86_400, "old-mx.drifting-addresses.test") };
        return sound with { PolicyHosts = [host, stale, stale with { Address = IPAddress.IPv6Loopback }] };
    }

    private static string Padded(string policy, int octets)
    {
        var text = new System.Text.StringBuilder(policy);
        for (var i = 0; text.Length < octets; i++)
        {
            var line = $"x{i}: ";
            var rest = octets - text.Length - line.Length - 2;
            // Never leave a remainder too short for a line of its own.
            var value = rest <= 1000 ? rest : rest - 500 < 20 ? rest - 500 : 500;
            text.Append(line).Append('p', value).Append("\r\n");
        }

        return text.ToString();
    }
}
