using MtaStsTools.Sdk.Tests.Assessment;
using static MtaStsTools.Sdk.Tests.Assessment.Seen;

namespace MtaStsTools.Sdk.Tests.Reporting;

/// <summary>A report in which every member of every kind of fact has a value, so that a test that goes over its members sees all of them.</summary>
internal static class FullReport
{
    public static DomainReport Create()
    {
        var report = DomainAssessor.Assess(Observe());
        var finding = PolicyRules.ByteOrderMark.At("\ufefftext", 0, 1) with { Subject = PolicyHost, Fix = new TextFix(0, 1, "") };
        return report with
        {
            Record = report.Record! with { Extensions = [new Extension("a", "b")] },
            Policy = report.Policy! with { Extensions = [new Extension("a", "b")] },
            TlsReporting = report.TlsReporting! with { Extensions = [new Extension("a", "b")] },
            Findings = [.. report.Findings, finding],
            MailExchangers = [.. report.MailExchangers.Select(host => host with { ResultType = ResultTypes.ValidationFailure, Findings = [finding] })],
        };
    }

    private static DomainObservation Observe()
    {
        var seen = DaneCases.Matching().WithMxCertificate(Full).WithSession(session => session with { Detail = "a detail", Duration = TimeSpan.FromMilliseconds(20) });
        return seen with
        {
            Record = Full(seen.Record),
            TlsReporting = Full(seen.TlsReporting),
            ParentRecord = Full(Txt("_mta-sts.com", "v=STSv1; id=1;")),
            PolicyHost = seen.PolicyHost with
            {
                Addresses = Full(seen.PolicyHost.Addresses),
                Fetches = [Full(seen.PolicyHost.Fetches[0])],
            },
            Mx = seen.Mx with { Lookup = Full(seen.Mx.Lookup) },
            MailExchangers = [.. seen.MailExchangers.Select(host => host with { Addresses = Full(host.Addresses), Tlsa = host.Tlsa with { Lookup = Full(host.Tlsa.Lookup) } })],
            Failure = null,
        };
    }

    private static DnsLookup Full(DnsLookup lookup) => lookup with { Detail = "NOERROR", Aliases = ["alias.example.net"], Duration = TimeSpan.FromMilliseconds(3), Authenticated = true };

    private static TxtObservation Full(TxtObservation txt) => txt with { Lookup = Full(txt.Lookup) };

    private static AddressObservation Full(AddressObservation addresses) => addresses with { IPv4 = Full(addresses.IPv4), IPv6 = Full(addresses.IPv6) };

    private static CertificateObservation Full(CertificateObservation seen) => seen.WithFacts(Full) with
    {
        ChainDetail = "a detail of the chain",
        Intermediates = [.. seen.Intermediates.Select(Full)],
    };

    private static CertificateFacts Full(CertificateFacts facts) => facts with { KeySize = 256, DnsNames = [.. facts.DnsNames, "www.example.com"], IsSelfSigned = true };

    private static PolicyFetch Full(PolicyFetch fetch) => fetch with
    {
        Certificate = Full(fetch.Certificate!) with { Intermediates = [fetch.Certificate!.Certificate] },
        Detail = "a detail",
        RedirectTarget = "https://www.example.com/",
        Duration = TimeSpan.FromMilliseconds(40),
    };
}
