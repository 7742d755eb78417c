using MtaStsTools.Lab.Dns;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.Lab.Scenarios;

/// <summary>TLSA records beside MTA-STS: where DANE decides (RFC 7672, RFC 8461 §2).</summary>
internal static class DaneScenarios
{
    public static IEnumerable<LabScenario> List =>
    [
        Dane("dane-match", "Signed, and the TLSA record matches.", LabTlsa.Matching),
        Dane("dane-match-self-signed", "Signed, the TLSA record matches, and the certificate is self-signed.", LabTlsa.Matching)
            .WithMailHost(h => h with { Certificate = LabCertificate.SelfSigned }),
        Dane("dane-mismatch", "Signed, and the TLSA record does not match.", LabTlsa.Mismatching),
        Dane("dane-unusable", "Signed, and no client can use the TLSA record.", LabTlsa.Unusable),
        Dane("dane-unsigned", "The TLSA record does not match, and the zone is not signed.", LabTlsa.Mismatching) with { DnssecSigned = false },
        Dane("dane-servfail", "Signed, and the name server fails on the TLSA record.", tlsa: null)
            .WithDnsFault("_tcp.mx1", DnsFault.ServFail, DnsType.Tlsa),
        Dane("dane-no-starttls", "Signed, the TLSA record stands, and STARTTLS is not offered.", LabTlsa.Matching)
            .WithMailHost(h => h with { Keywords = ["8BITMIME"] }),
        Dane("dane-unusable-no-starttls", "Signed, no client can use the TLSA record, and STARTTLS is not offered.", LabTlsa.Unusable)
            .WithMailHost(h => h with { Keywords = ["8BITMIME"] }),
        Dane("dane-alias", "Signed; the MX is an alias, whose own TLSA record does not match and the one at its end does.", tlsa: null)
            .WithRecords("@", DnsType.Mx, LabRecord.Mx("@", 10, "mx1"))
            .WithRecords("mx1", DnsType.Cname, LabRecord.Cname("mx1", "real-mx"))
            .WithRecords("_25._tcp.mx1", DnsType.Tlsa, LabRecord.Tlsa("_25._tcp.mx1", usage: 3, selector: 1, matching: 1, new byte[32])) with
        {
            MailHosts = [new LabMailHost { Name = "real-mx", Preference = null, Certificate = LabCertificate.For("mx1.dane-alias.test"), Tlsa = LabTlsa.Matching }],
        },
        Dane("signed-no-tlsa", "Signed, without TLSA records.", tlsa: null),
    ];

    private static LabScenario Dane(string name, string description, LabTlsa? tlsa) =>
        Sound(name, description).WithMailHost(h => h with { Tlsa = tlsa }) with { DnssecSigned = true };
}
