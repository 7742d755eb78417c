using System.Globalization;
using MtaStsTools.Reporting.Summary;

namespace MtaStsTools.Reporting.Csv;

/// <summary>A row a domain, or a row a finding.</summary>
internal static class CsvReport
{
    private static readonly string[] DomainColumns =
    [
        "Domain", "Verdict", "Mode", "MailFlowsUnderEnforce", "RecordId", "MaxAgeSeconds", "PolicyMx", "MxHosts", "RefusedHosts", "TlsReporting",
        "FirstCertificateExpiry", "Errors", "Warnings", "FindingIds", "ObservedAt",
    ];

    private static readonly string[] FindingColumns =
    [
        "Domain", "Verdict", "Severity", "Id", "Subject", "Line", "Column", "Message", "Evidence", "Remedy", "Reference", "HelpUri", "ObservedAt",
    ];

    public static void Write(ReportContent content, TextWriter output, ReportExportOptions options)
    {
        output.Write(CsvText.Row(options.PerFinding ? FindingColumns : DomainColumns));
        var rows = options.PerFinding ? content.Findings.Select(CellsOf) : content.Reports.Select(report => CellsOf(DomainSummary.Of(report)));
        foreach (var cells in rows)
            output.Write(CsvText.Row(cells));
    }

    private static string?[] CellsOf(DomainSummary domain) =>
    [
        domain.Domain,
        domain.Report.Verdict.ToString(),
        domain.Mode,
        domain.Report.MailFlowsUnderEnforce?.ToString(),
        domain.Report.Record?.Id,
        domain.MaxAgeSeconds?.ToString(CultureInfo.InvariantCulture),
        string.Join(" ", domain.PolicyMx),
        string.Join(" ", domain.MxHosts),
        string.Join(" ", domain.RefusedHosts),
        domain.Report.TlsReporting is { } reporting ? string.Join(" ", reporting.Rua.Select(address => DisplayText.Sanitize(address))) : null,
        Time(domain.FirstExpiry),
        domain.Errors.ToString(CultureInfo.InvariantCulture),
        domain.Warnings.ToString(CultureInfo.InvariantCulture),
        string.Join(" ", domain.Report.Findings.Select(finding => finding.Id)),
        Time(domain.Report.ObservedAt),
    ];

    private static string?[] CellsOf(ReportedFinding found) =>
    [
        found.Domain is { } domain ? DisplayText.Sanitize(domain) : null,
        found.Report?.Verdict.ToString(),
        found.Finding.Severity.ToString(),
        found.Finding.Id,
        found.Finding.Subject,
        found.Finding.Line?.ToString(CultureInfo.InvariantCulture),
        found.Finding.Column?.ToString(CultureInfo.InvariantCulture),
        found.Finding.Message,
        found.Finding.Evidence,
        found.Finding.Remedy,
        found.Finding.Reference,
        found.Finding.HelpUri.AbsoluteUri,
        Time(found.Report?.ObservedAt),
    ];

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
