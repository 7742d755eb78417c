using System.Globalization;
using MtaStsTools.Reporting.Summary;
using static MtaStsTools.Reporting.Markdown.MarkdownText;

namespace MtaStsTools.Reporting.Markdown;

/// <summary>A table of the domains, and below it what there is to say of each.</summary>
internal static class MarkdownReport
{
    public static void Write(ReportContent content, TextWriter output, ReportExportOptions options)
    {
        output.Write($"# {Of(options.Title)}\n\n");
        if (content.Reports.Count > 0)
            WriteDomains(content.Reports, output);
        foreach (var report in content.Reports.Where(report => report.Findings.Count > 0))
        {
            output.Write($"\n## {Of(DisplayText.Sanitize(report.Domain))}\n\n");
            foreach (var finding in report.Findings)
                output.Write(Line(new ReportedFinding { Finding = finding, Report = report }));
        }

        foreach (var finding in content.Loose)
            output.Write(Line(new ReportedFinding { Finding = finding }));
        if (content.Reports.Count == 0 && content.Loose.Count == 0)
            output.Write("Nothing was found.\n");
    }

    private static void WriteDomains(IReadOnlyList<DomainReport> reports, TextWriter output)
    {
        output.Write($"{Of(VerdictCounts.Of(reports).ToString())}\n\n");
        output.Write("| Domain | Verdict | Mode | max\\_age | MX hosts | First certificate ends | Errors | Warnings |\n|---|---|---|--:|---|---|--:|--:|\n");
        foreach (var domain in reports.Select(DomainSummary.Of))
        {
            string[] cells =
            [
                Of(domain.Domain),
                VerdictCounts.Words(domain.Report.Verdict),
                domain.Mode,
                domain.Report.Policy is { } policy ? Of(DurationText.Of(policy.MaxAge)) : "",
                Of(string.Join(", ", domain.MxHosts)),
                domain.FirstExpiry is { } expiry ? Of(expiry.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : "",
                domain.Errors.ToString(CultureInfo.InvariantCulture),
                domain.Warnings.ToString(CultureInfo.InvariantCulture),
            ];
            output.Write($"| {string.Join(" | ", cells)} |\n");
        }
    }

    private static string Line(ReportedFinding found)
    {
        var finding = found.Finding;
        var place = found.File is { } file
            ? string.Format(CultureInfo.InvariantCulture, "{0}, line {1}: ", Of(file), finding.Line)
            : finding.Subject is { } subject && !string.Equals(subject, found.Domain, StringComparison.Ordinal) ? Of(subject) + "&#58; " : "";
        return $"- **{finding.Severity}** {Link(finding)} {place}{Of(finding.Message)} {Of(finding.Remedy)}\n";
    }
}
