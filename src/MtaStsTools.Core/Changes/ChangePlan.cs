namespace MtaStsTools;

/// <summary>
/// What would be changed for one or many domains, worked out before anything is written: steps that are taken in their order, up to the first that fails.
/// </summary>
public sealed record ChangePlan
{
    /// <summary>The steps, in the order in which they are taken.</summary>
    public required IReadOnlyList<IChangeStep> Steps { get; init; }

    /// <summary>When the plan was made; null where nobody said.</summary>
    public DateTimeOffset? PlannedAt { get; init; }

    /// <summary>What the domains were like when the plan was made, one entry a domain; what each step was planned against is in the step.</summary>
    public IReadOnlyList<PlanBasis> Basis { get; init; } = [];

    /// <summary>The domains of the steps, each once.</summary>
    public IReadOnlyList<string> Domains => [.. Steps.Select(step => step.Domain).Distinct(StringComparer.Ordinal)];

    /// <summary>What speaks against the steps.</summary>
    public IReadOnlyList<Finding> Findings => [.. Steps.SelectMany(step => step.Findings)];

    /// <summary>Nothing would be written.</summary>
    public bool IsEmpty => Steps.All(step => step.IsEmpty);

    /// <summary>A finding is an Error, so the plan will not be applied.</summary>
    public bool IsRefused => Findings.Any(finding => finding.Severity == Severity.Error);

    /// <summary>The steps as lines, numbered where there are several.</summary>
    public IReadOnlyList<string> Lines => [.. Steps.SelectMany((step, index) => ($"{step}" is var text && Steps.Count > 1 ? $"{index + 1}. {text}" : text).Split('\n'))];

    /// <summary>The steps, one below the other, and what speaks against them.</summary>
    public override string ToString() => string.Join("\n", Lines.Concat(Findings.Select(finding => SafeLine.Of(finding.ToString()))));
}
