namespace MtaStsTools;

/// <summary>What applying a <see cref="ChangePlan"/> came to.</summary>
public sealed record ChangeResult
{
    /// <summary>The plan that was carried out, or begun.</summary>
    public required ChangePlan Plan { get; init; }

    /// <summary>What each step of the plan came to, in its order.</summary>
    public required IReadOnlyList<IStepResult> Steps { get; init; }

    /// <summary>From the first request to the last answer.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether something was certainly written.</summary>
    public bool Changed => Steps.Any(step => step.Changed);

    /// <summary>Every step has come to what was planned, and all who were asked say so.</summary>
    public bool AllAgree => Steps.All(step => step.AllAgree);

    /// <summary>When the plan may go on, where it came to a step whose time has not come; else null.</summary>
    public DateTimeOffset? NotBefore => Steps.OfType<CheckResult>().Where(step => step.State == StepState.Waiting).Select(step => (step.Step as WaitStep)?.Until).FirstOrDefault();

    /// <summary>The findings of all steps.</summary>
    public IReadOnlyList<Finding> Findings => [.. Steps.SelectMany(step => step.Findings)];

    /// <summary>One line a step.</summary>
    public override string ToString() => string.Join("\n", Steps);
}
