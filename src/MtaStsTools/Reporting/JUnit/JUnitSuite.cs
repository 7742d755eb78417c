using MtaStsTools.Reporting.Summary;

namespace MtaStsTools.Reporting.JUnit;

/// <summary>A test suite: a domain, or a file.</summary>
internal sealed record JUnitSuite
{
    public required string Name { get; init; }

    public required IReadOnlyList<JUnitCase> Cases { get; init; }

    public TimeSpan Duration { get; init; }

    public DateTimeOffset? Time { get; init; }

    public static JUnitSuite Of(DomainReport report) => new()
    {
        Name = DisplayText.Sanitize(report.Domain),
        Cases = [.. DeliveryChain.Of(report).Links.Select(CaseOf)],
        Duration = report.Duration,
        Time = report.ObservedAt,
    };

    public static JUnitSuite Of(string name, IReadOnlyList<Finding> findings) => new()
    {
        Name = name,
        Cases = [.. findings.Select(finding => Case(finding.Line is null ? finding.Id : FormattableString.Invariant($"{finding.Id} ({finding.Line},{finding.Column})"), StateOf(finding.Severity), [finding]))],
    };

    private static JUnitCase CaseOf(ChainLink link) => Case(
        link.Name,
        link.State switch
        {
            LinkState.Broken => JUnitState.Failure,
            LinkState.Unknown => JUnitState.Error,
            LinkState.Absent => JUnitState.Skipped,
            _ => JUnitState.Passed,
        },
        link.Findings) is var made && made.Message.Length == 0 ? made with { Message = link.Detail } : made;

    private static JUnitCase Case(string name, JUnitState state, IReadOnlyList<Finding> findings) => new()
    {
        Name = name,
        State = state,
        Message = findings.Count == 0 ? "" : findings[0].Message,
        Type = findings.Count == 0 ? "" : findings[0].Id,
        Text = string.Join("\n", findings.Select(finding => $"{finding} {finding.Remedy} {finding.HelpUri.AbsoluteUri}")),
    };

    private static JUnitState StateOf(Severity severity) => severity == Severity.Error ? JUnitState.Failure : JUnitState.Passed;
}
