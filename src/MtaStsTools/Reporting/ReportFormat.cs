namespace MtaStsTools.Reporting;

/// <summary>The forms in which reports are written for people and for programs.</summary>
public enum ReportFormat
{
    /// <summary>RFC 4180: a row a domain, or a row a finding.</summary>
    Csv,

    /// <summary>One array with each report as <see cref="ReportJson"/> writes it.</summary>
    Json,

    /// <summary>A line of JSON a report.</summary>
    NdJson,

    /// <summary>GitHub Flavored Markdown, for a pull request, an issue or a job's summary.</summary>
    Markdown,

    /// <summary>Static Analysis Results Interchange Format 2.1.0 (OASIS), for code scanning and editors.</summary>
    Sarif,

    /// <summary>XML as test runners write it, for build servers.</summary>
    JUnit,

    /// <summary>Workflow commands of GitHub Actions, which annotate a run.</summary>
    GitHub,

    /// <summary>Logging commands of Azure Pipelines, which annotate a run.</summary>
    AzurePipelines,

    /// <summary>The text exposition format of Prometheus 0.0.4, for the textfile collector of node_exporter.</summary>
    Prometheus,
}
