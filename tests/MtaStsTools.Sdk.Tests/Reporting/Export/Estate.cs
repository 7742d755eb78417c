using MtaStsTools.Reporting;
using MtaStsTools.Sdk.Tests.Scenarios;

namespace MtaStsTools.Sdk.Tests.Reporting.Export;

/// <summary>Reports to export: one on each domain of the lab, and one in which every text is hostile.</summary>
internal static class Estate
{
    public const string HostileText = "=cmd|'x'!A1\"\r\n::error::x\n##vso[task.setvariable variable=a]b]]></x><script>alert(1)</script>\u202e|`[a](https://www.example.net)";

    public static IReadOnlyList<DomainReport> Lab { get; } =
        [.. RecordedObservations.All.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => DomainAssessor.Assess(pair.Value)).DistinctBy(report => report.Domain)];

    public static DomainReport Hostile { get; } = CreateHostile();

    public static string Write(ReportFormat format, params IReadOnlyList<DomainReport> reports) => Write(format, options: null, reports);

    public static string Write(ReportFormat format, ReportExportOptions? options, params IReadOnlyList<DomainReport> reports)
    {
        using var text = new StringWriter();
        ReportExport.Write(reports, format, text, options);
        return text.ToString();
    }

    public static string WriteFindings(ReportFormat format, params IReadOnlyList<Finding> findings)
    {
        using var text = new StringWriter();
        ReportExport.Write(findings, format, text);
        return text.ToString();
    }

    private static DomainReport CreateHostile()
    {
        var report = FullReport.Create();
        var finding = report.Findings[0] with
        {
            Severity = Severity.Error,
            Message = HostileText,
            Remedy = HostileText,
            Subject = HostileText,
            Evidence = HostileText,
            Line = null,
            Column = null,
            Offset = null,
            Length = null,
        };
        return report with
        {
            Domain = HostileText,
            Findings = [finding],
            Record = report.Record! with { Extensions = [] },
            MailExchangers = [.. report.MailExchangers.Select(host => host with { Host = HostileText, ResultType = HostileText, Findings = [finding] })],
        };
    }
}
