namespace MtaStsTools.Assessment;

/// <summary>The order of findings in a report: errors first, then by rule, host and place, so that equal facts give equal reports.</summary>
internal static class FindingOrder
{
    /// <summary>How many findings are told; of more, the last one says how many were left out.</summary>
    public const int Most = 500;

    public static IReadOnlyList<Finding> Sort(string subject, IEnumerable<Finding> findings)
    {
        List<Finding> sorted = [.. findings.Distinct()];
        // LINQ's order by an enumeration is compiled at the first report of a prompt; findings that tie differ in nothing that is shown.
        sorted.Sort(Compare);
        return sorted.Count <= Most ? sorted : [.. sorted.Take(Most), AnnouncementRules.FindingsLeftOut.On(subject, sorted.Count - Most, subject)];
    }

    private static int Compare(Finding one, Finding other)
    {
        var order = (int)other.Severity - (int)one.Severity;
        order = order != 0 ? order : string.CompareOrdinal(one.Id, other.Id);
        order = order != 0 ? order : string.CompareOrdinal(one.Subject, other.Subject);
        order = order != 0 ? order : (one.Offset ?? -1).CompareTo(other.Offset ?? -1);
        return order != 0 ? order : string.CompareOrdinal(one.Message, other.Message);
    }

    /// <summary>The finding with no more than the given severity.</summary>
    public static Finding AtMost(this Finding finding, Severity severity) =>
        finding.Severity > severity ? finding with { Severity = severity } : finding;
}
