namespace MtaStsTools.Publishing.Checks;

/// <summary>What findings come to together.</summary>
internal static class FindingSeverity
{
    public static bool HasError(this IEnumerable<Finding> findings) => findings.Any(finding => finding.Severity == Severity.Error);
}
