using MtaStsTools.Net;
using MtaStsTools.Publishing.Checks;
using MtaStsTools.Publishing.Planning;

namespace MtaStsTools.Publishing.Applying;

/// <summary>Takes one <see cref="DelegationStep"/>: one look, and what is still to be done for the alias. One that is not ready stops nothing.</summary>
internal sealed class DelegationStepRun(DelegationStep step, IDomainReporter reporter, TimeProvider clock, IProgress<PublishProgress>? progress) : IStepRun
{
    private StepState _state = StepState.NotRun;
    private DomainReport? _report;
    private IReadOnlyList<ServerReadBack> _servers = [];
    private IReadOnlyList<Finding> _findings = [];
    private TimeSpan _duration;

    public IStepResult Result => new CheckResult { Step = step, State = _state, Servers = _servers, Report = _report, Findings = [.. step.Findings, .. _findings], Duration = _duration };

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        progress?.Report(new PublishProgress { RecordName = step.Domain, Stage = PublishStage.Testing, Message = "looking at the delegation" });
        try
        {
            _report = await reporter.ReportAsync(step.Domain, withMailExchangers: false, cancellationToken).WaitOrLeaveAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _duration = clock.GetElapsedTime(started);
        }

        _servers = ServedPolicies.Compare(_report.Observation.PolicyHost, step.Policy);
        _findings = [.. Delegations.Assess(step, _report, _servers)];
        _state = _findings.Count == 0 ? StepState.Verified : StepState.Failed;
    }
}
