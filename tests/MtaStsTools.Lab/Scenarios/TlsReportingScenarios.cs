using MtaStsTools.Lab.Dns;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.Lab.Scenarios;

/// <summary>The TLS reporting record at <c>_smtp._tls</c> (RFC 8460 §3).</summary>
internal static class TlsReportingScenarios
{
    public static IEnumerable<LabScenario> List =>
    [
        Sound("tlsrpt-missing", "Enforced, without TLS reporting.").WithTlsRpt(),
        Sound("tlsrpt-missing-testing", "Testing, without TLS reporting: it tests nothing.").WithTlsRpt()
            .WithPolicy(PolicyText("testing", 604_800, "mx1.tlsrpt-missing-testing.test")),
        Sound("tlsrpt-two", "Two TLS reporting records.").WithTlsRpt("v=TLSRPTv1; rua=mailto:a@tlsrpt-two.test", "v=TLSRPTv1; rua=mailto:b@tlsrpt-two.test"),
        Sound("tlsrpt-bad-rua", "The rua has a scheme that is neither mailto nor https.").WithTlsRpt("v=TLSRPTv1; rua=ftp://reports.tlsrpt-bad-rua.test/"),
        Sound("tlsrpt-malformed", "The TLS reporting record has no rua.").WithTlsRpt("v=TLSRPTv1; ruf=mailto:a@tlsrpt-malformed.test"),
        Sound("tlsrpt-discarded-beside", "What senders discard stands beside the TLS reporting record.")
            .WithTlsRpt("v=TLSRPTv1", "v=TLSRPTv1; rua=mailto:a@tlsrpt-discarded-beside.test"),
        Sound("tlsrpt-https", "Reports go by HTTPS and by mail.")
            .WithTlsRpt("v=TLSRPTv1; rua=https://reports.tlsrpt-https.test/v1,mailto:a@tlsrpt-https.test"),
        Sound("tlsrpt-delegated", "The TLS reporting record is reached through a CNAME.")
            .WithRecords("_smtp._tls", DnsType.Txt, LabRecord.Cname("_smtp._tls", "_smtp._tls.good.test.")),
        Sound("tlsrpt-servfail", "The name server fails on the TLS reporting record.").WithDnsFault("_smtp._tls", DnsFault.ServFail),
    ];
}
