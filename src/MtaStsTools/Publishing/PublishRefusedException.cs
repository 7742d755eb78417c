namespace MtaStsTools;

/// <summary>A plan was not applied because a finding speaks against it.</summary>
public sealed class PublishRefusedException : Exception
{
    /// <summary>The refusal of <paramref name="plan"/>.</summary>
    public PublishRefusedException(ChangePlan plan)
        : base(Describe(plan)) => Plan = plan;

    /// <summary>The plan, whose findings say why.</summary>
    public ChangePlan Plan { get; }

    private static string Describe(ChangePlan plan)
    {
        var domains = plan.Steps.Select(step => step.Domain).Distinct(StringComparer.Ordinal);
        var errors = plan.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Id}: {finding.Message}");
        return $"The record of {string.Join(", ", domains)} was not changed. {string.Join(" ", errors)}";
    }
}
