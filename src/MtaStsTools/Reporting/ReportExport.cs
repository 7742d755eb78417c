using MtaStsTools.Reporting.Csv;
using MtaStsTools.Reporting.JUnit;
using MtaStsTools.Reporting.Markdown;
using MtaStsTools.Reporting.Prometheus;
using MtaStsTools.Reporting.Sarif;
using MtaStsTools.Reporting.Summary;
using MtaStsTools.Reporting.Workflows;

namespace MtaStsTools.Reporting;

/// <summary>Writes reports on domains, and findings about texts and files, for people and for other programs. Text of strangers is escaped for each form.</summary>
public static class ReportExport
{
    /// <summary>Writes <paramref name="reports"/> as <paramref name="format"/>.</summary>
    /// <param name="reports">The reports, in the order in which they are shown.</param>
    /// <param name="format">The form.</param>
    /// <param name="output">Where to; it is neither flushed nor closed.</param>
    /// <param name="options">How; null: the defaults.</param>
    /// <exception cref="ReportFormatException">A report is too long to be read back, were it written as JSON; only for the forms of JSON.</exception>
    public static void Write(IEnumerable<DomainReport> reports, ReportFormat format, TextWriter output, ReportExportOptions? options = null) =>
        Write(new ReportContent { Reports = [.. reports] }, format, output, options);

    /// <summary>
    /// Writes <paramref name="findings"/> as <paramref name="format"/>. The subject of one that has a line is the path of the file that it is about, as the
    /// checks of policy and configuration files give it.
    /// </summary>
    /// <param name="findings">The findings, in the order in which they are shown.</param>
    /// <param name="format">A form that is made of findings: <see cref="HasFindings"/>.</param>
    /// <param name="output">Where to; it is neither flushed nor closed.</param>
    /// <param name="options">How; null: the defaults.</param>
    /// <exception cref="ArgumentException">The form is made of reports on domains alone.</exception>
    public static void Write(IEnumerable<Finding> findings, ReportFormat format, TextWriter output, ReportExportOptions? options = null)
    {
        if (!HasFindings(format))
            throw new ArgumentException($"{format} is made of reports on domains, and not of single findings.", nameof(format));
        Write(new ReportContent { Loose = [.. findings] }, format, output, (options ?? ReportExportOptions.Default) with { PerFinding = true });
    }

    /// <summary>Whether the form can be made of findings without a report: <see cref="Write(IEnumerable{Finding}, ReportFormat, TextWriter, ReportExportOptions?)"/>.</summary>
    public static bool HasFindings(ReportFormat format) =>
        format is ReportFormat.Csv or ReportFormat.Markdown or ReportFormat.Sarif or ReportFormat.JUnit or ReportFormat.GitHub or ReportFormat.AzurePipelines;

    private static void Write(ReportContent content, ReportFormat format, TextWriter output, ReportExportOptions? options)
    {
        options ??= ReportExportOptions.Default;
        switch (format)
        {
            case ReportFormat.Csv:
                CsvReport.Write(content, output, options);
                break;
            case ReportFormat.Json:
                WriteJson(content.Reports, output);
                break;
            case ReportFormat.NdJson:
                WriteLines(content.Reports.Select(ReportJson.SerializeLine), output);
                break;
            case ReportFormat.Markdown:
                MarkdownReport.Write(content, output, options);
                break;
            case ReportFormat.Sarif:
                SarifReport.Write(content, output);
                break;
            case ReportFormat.JUnit:
                JUnitReport.Write(content, output, options);
                break;
            case ReportFormat.GitHub:
                WriteLines(content.Findings.Select(GitHubCommands.Line), output);
                break;
            case ReportFormat.AzurePipelines:
                WriteLines(content.Findings.Select(AzurePipelinesCommands.Line), output);
                break;
            case ReportFormat.Prometheus:
                PrometheusReport.Write(content.Reports, output);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "No such form of a report.");
        }
    }

    private static void WriteJson(IReadOnlyList<DomainReport> reports, TextWriter output)
    {
        output.Write('[');
        for (var i = 0; i < reports.Count; i++)
        {
            output.Write(i == 0 ? "\n" : ",\n");
            output.Write(ReportJson.SerializeLine(reports[i]));
        }

        output.Write("\n]\n");
    }

    private static void WriteLines(IEnumerable<string> lines, TextWriter output)
    {
        foreach (var line in lines)
        {
            output.Write(line);
            output.Write('\n');
        }
    }
}
