namespace MtaStsTools.Assessment;

/// <summary>The order of findings in a report: errors first, then by rule, host and place, so that equal facts give equal reports.</summary>
internal static class FindingOrder
{
    /// <summary>How many findings are told; of more, the last one says how many were left out.</summary>
    public const int Most = 500;

    public static IReadOnlyList<Finding> Sort(string subject, IEnumerable<Finding> findings)
    {
        List<Finding> sorted =
        [
            .. findings
                .Distinct()
                .OrderByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Id, StringComparer.Ordinal)
                .ThenBy(finding => finding.Subject, StringComparer.Ordinal)
                .ThenBy(finding => finding.Offset)
                .ThenBy(finding => finding.Message, StringComparer.Ordinal),
        ];
        return sorted.Count <= Most ? sorted : [.. sorted.Take(Most), AnnouncementRules.FindingsLeftOut.On(subject, sorted.Count - Most, subject)];
    }

    /// <summary>The finding with no more than the given severity.</summary>
    public static Finding AtMost(this Finding finding, Severity severity) =>
        finding.Severity > severity ? finding with { Severity = severity } : finding;
}
