namespace MtaStsTools.Reporting.Summary;

/// <summary>What there is to write: reports on domains, or findings that belong to none.</summary>
internal sealed record ReportContent
{
    public IReadOnlyList<DomainReport> Reports { get; init; } = [];

    public IReadOnlyList<Finding> Loose { get; init; } = [];

    /// <summary>Every finding, those of a domain together.</summary>
    public IEnumerable<ReportedFinding> Findings =>
        Reports.SelectMany(report => report.Findings.Select(finding => new ReportedFinding { Finding = finding, Report = report }))
            .Concat(Loose.Select(finding => new ReportedFinding { Finding = finding }));
}
