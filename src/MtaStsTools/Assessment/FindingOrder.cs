namespace MtaStsTools.Assessment;

/// <summary>The order of findings in a report: errors first, then by rule, host and place, so that equal facts give equal reports.</summary>
internal static class FindingOrder
{
    public static IReadOnlyList<Finding> Sort(IEnumerable<Finding> findings) =>
    [
        .. findings
            .Distinct()
            .OrderByDescending(finding => finding.Severity)
            .ThenBy(finding => finding.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Subject, StringComparer.Ordinal)
            .ThenBy(finding => finding.Offset)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal),
    ];

    /// <summary>The finding with no more than the given severity.</summary>
    public static Finding AtMost(this Finding finding, Severity severity) =>
        finding.Severity > severity ? finding with { Severity = severity } : finding;
}
