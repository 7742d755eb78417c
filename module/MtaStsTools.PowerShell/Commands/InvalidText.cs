using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>How a text or value that has Errors becomes an error record, the same for policies and records.</summary>
internal static class InvalidText
{
    /// <param name="errorId">The stable id, for instance <c>InvalidPolicy</c>.</param>
    /// <param name="lead">What it means, for instance <c>The policy is not valid</c>.</param>
    /// <param name="findings">What the rules say, at least one Error.</param>
    /// <param name="targetObject">The user's value.</param>
    public static ErrorRecord Error(string errorId, string lead, IReadOnlyList<Finding> findings, object? targetObject)
    {
        var errors = findings.Where(finding => finding.Severity == Severity.Error).ToList();
        var message = $"{lead}: {string.Join(" ", errors.Select(finding => $"[{finding.Id}] {Place(finding)}{finding.Message}"))}";
        return CommandError.Create(
            errorId, ErrorCategory.InvalidData, message, targetObject, errors[0].Remedy, new MtaStsFormatException(findings));
    }

    /// <summary>Warns of each finding that is a Warning, with its rule.</summary>
    public static void Warn(MtaStsCmdlet cmdlet, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings.Where(finding => finding.Severity == Severity.Warning))
            cmdlet.WriteWarning($"{finding.Id}: {finding.Message} {finding.Remedy}");
    }

    /// <summary>Whether one of them is an Error.</summary>
    public static bool HasError(this IEnumerable<Finding> findings) => findings.Any(finding => finding.Severity == Severity.Error);

    private static string Place(Finding finding) => finding.Line is > 1 ? $"line {finding.Line}: " : "";
}
