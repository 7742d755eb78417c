namespace MtaStsTools.Reporting;

/// <summary>How reports are written.</summary>
public sealed record ReportExportOptions
{
    /// <summary>The defaults.</summary>
    public static ReportExportOptions Default { get; } = new();

    /// <summary>The heading, for forms that have one.</summary>
    public string Title { get; init; } = "MTA-STS report";

    /// <summary>Whether <see cref="ReportFormat.Csv"/> has a row a finding and not a row a domain.</summary>
    public bool PerFinding { get; init; }
}
