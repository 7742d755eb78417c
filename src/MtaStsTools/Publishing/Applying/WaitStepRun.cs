using MtaStsTools.Publishing.Checks;

namespace MtaStsTools.Publishing.Applying;

/// <summary>Takes one <see cref="WaitStep"/>: looks at the clock.</summary>
internal sealed class WaitStepRun(WaitStep step, TimeProvider clock) : IStepRun
{
    private StepState _state = StepState.NotRun;
    private IReadOnlyList<Finding> _findings = [];

    public IStepResult Result => new CheckResult { Step = step, State = _state, Findings = [.. step.Findings, .. _findings] };

    public Task TakeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var isEarly = clock.GetUtcNow() < step.Until;
        if (isEarly && step.Force)
            _findings = [PublishingChecks.Override(RemovalTime.TooEarly(step.Domain, step.Until))];
        _state = isEarly && !step.Force ? StepState.Waiting : StepState.Verified;
        return Task.CompletedTask;
    }
}
