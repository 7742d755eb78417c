using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MtaStsTools.Reporting.Json;

/// <summary>Keeps what is written no longer than what is read: facts that a hostile domain made huge are left out, and what remains says so.</summary>
internal static class FittingReport
{
    private const string TooLarge = "What was seen is too large to be kept.";

    public static string Write(DomainObservation observation) =>
        new[] { observation, WithoutOctets(observation), Bare(observation) }.Select(form => JsonSerializer.Serialize(form, ReportShapes.Observation)).First(Fits);

    /// <exception cref="ReportFormatException">The report is too long even without its facts.</exception>
    public static string Write(DomainReport report, JsonTypeInfo<DomainReport> shape)
    {
        var seen = report.Observation;
        var forms = new[]
        {
            report,
            report with { Observation = WithoutOctets(seen), MailExchangers = WithoutCertificates(report.MailExchangers) },
            report with { Observation = Bare(seen), MailExchangers = WithoutCertificates(report.MailExchangers) },
        };
        return forms.Select(form => JsonSerializer.Serialize(form, shape)).FirstOrDefault(Fits)
            ?? throw new ReportFormatException($"The report on {DisplayText.Sanitize(report.Domain)} is longer than 16 MiB even without what was seen: it has {report.MailExchangers.Count} MX hosts and {report.Findings.Count} findings.");
    }

    // What is written is ASCII, so that characters are octets.
    private static bool Fits(string json) => json.Length <= ReportJson.MaxLength;

    private static IReadOnlyList<MxReport> WithoutCertificates(IReadOnlyList<MxReport> hosts) => [.. hosts.Select(host => host with { Certificate = null })];

    /// <summary>Whole certificates are the bulk of a large observation; without them it is not known what DANE says.</summary>
    private static DomainObservation WithoutOctets(DomainObservation seen) => seen with
    {
        PolicyHost = seen.PolicyHost with { Fetches = [.. seen.PolicyHost.Fetches.Select(fetch => fetch with { Certificate = WithoutOctets(fetch.Certificate) })] },
        MailExchangers =
        [
            .. seen.MailExchangers.Select(host => host with
            {
                Sessions = [.. host.Sessions.Select(session => session with { Certificate = WithoutOctets(session.Certificate) })],
            }),
        ],
    };

    private static CertificateObservation? WithoutOctets(CertificateObservation? seen) =>
        seen is null ? null : seen with { Certificate = seen.Certificate with { Der = null }, Intermediates = [.. seen.Intermediates.Select(facts => facts with { Der = null })] };

    /// <summary>The observation of nothing but a failure: assessed again, it gives no verdict.</summary>
    private static DomainObservation Bare(DomainObservation seen) => seen with
    {
        Failure = TooLarge,
        Record = seen.Record with { Records = [] },
        TlsReporting = seen.TlsReporting with { Records = [] },
        ParentRecord = null,
        MisplacedRecords = [],
        PolicyHost = seen.PolicyHost with { Fetches = [], Addresses = seen.PolicyHost.Addresses with { Addresses = [] } },
        Mx = seen.Mx with { Records = [] },
        MailExchangers = [],
    };
}
