namespace MtaStsTools;

/// <summary>
/// What would be changed for one or many domains, worked out before anything is written: steps that are taken in their order, up to the first that fails.
/// </summary>
public sealed record ChangePlan
{
    /// <summary>The steps, in the order in which they are taken.</summary>
    public required IReadOnlyList<IChangeStep> Steps { get; init; }

    /// <summary>What speaks against the steps.</summary>
    public IReadOnlyList<Finding> Findings => [.. Steps.SelectMany(step => step.Findings)];

    /// <summary>Nothing would be written.</summary>
    public bool IsEmpty => Steps.All(step => step.IsEmpty);

    /// <summary>A finding is an Error, so the plan will not be applied.</summary>
    public bool IsRefused => Findings.Any(finding => finding.Severity == Severity.Error);

    /// <summary>The steps, one below the other, and what speaks against them.</summary>
    public override string ToString() => string.Join("\n", Steps.Select(step => step.ToString()).Concat(Findings.Select(finding => finding.ToString())));
}
