namespace MtaStsTools.Reporting.Summary;

/// <summary>A report on one line: one fact a cell. The words are those of the module's set of properties for spreadsheets.</summary>
internal sealed record DomainSummary
{
    private DomainSummary(DomainReport report)
    {
        Report = report;
        Domain = DisplayText.Sanitize(report.Domain);
        PolicyMx = report.Policy is { } policy ? [.. policy.Mx.Select(pattern => DisplayText.Sanitize(pattern.ToString()))] : [];
        MxHosts = [.. report.MailExchangers.Select(host => DisplayText.Sanitize(host.Host))];
        RefusedHosts = [.. report.MailExchangers.Where(host => host.Outcome == SenderOutcome.Refuse).Select(host => DisplayText.Sanitize(host.Host))];
        Certificates = [.. ServedCertificates.Of(report)];
    }

    public DomainReport Report { get; }

    public string Domain { get; }

    public string Mode => Report.Mode?.ToString() ?? "";

    /// <summary>The lifetime in whole seconds; null where there is no policy.</summary>
    public long? MaxAgeSeconds => Report.Policy is { } policy ? (long)policy.MaxAge.TotalSeconds : null;

    public IReadOnlyList<string> PolicyMx { get; }

    public IReadOnlyList<string> MxHosts { get; }

    public IReadOnlyList<string> RefusedHosts { get; }

    /// <summary>The certificates of policy host and MX hosts.</summary>
    public IReadOnlyList<ServedCertificate> Certificates { get; }

    /// <summary>When the first certificate that mail depends on ends; null where none was seen.</summary>
    public DateTimeOffset? FirstExpiry => Certificates.Count == 0 ? null : Certificates.Min(certificate => certificate.NotAfter);

    public int Errors => Report.Findings.Count(finding => finding.Severity == Severity.Error);

    public int Warnings => Report.Findings.Count(finding => finding.Severity == Severity.Warning);

    public static DomainSummary Of(DomainReport report) => new(report);
}
