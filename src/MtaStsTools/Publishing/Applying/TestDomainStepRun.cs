using MtaStsTools.Net;
using MtaStsTools.Publishing.Planning;

namespace MtaStsTools.Publishing.Applying;

/// <summary>Takes one <see cref="TestDomainStep"/>. Everything is written by now: what it finds is told, and stops nothing.</summary>
internal sealed class TestDomainStepRun(TestDomainStep step, IDomainReporter reporter, TimeProvider clock, IProgress<PublishProgress>? progress) : IStepRun
{
    private StepState _state = StepState.NotRun;
    private DomainReport? _report;
    private IReadOnlyList<Finding> _findings = [];
    private TimeSpan _duration;

    public IStepResult Result => new CheckResult { Step = step, State = _state, Report = _report, Findings = [.. step.Findings, .. _findings], Duration = _duration };

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        progress?.Report(new PublishProgress { RecordName = step.Domain, Stage = PublishStage.Testing, Message = "testing the domain" });
        try
        {
            _report = await reporter.ReportAsync(step.Domain, withMailExchangers: step.Policy is not null, cancellationToken).WaitOrLeaveAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _duration = clock.GetElapsedTime(started);
        }

        _findings = [.. Assess(_report)];
        _state = _findings.Any(finding => finding.Severity == Severity.Error) ? StepState.Failed : StepState.Verified;
    }

    private IEnumerable<Finding> Assess(DomainReport report)
    {
        // A resolver may keep what it was told before the change, that there was no record among it, for as long as that answer's time to live.
        if (!string.Equals(report.Record?.Id, step.Id, StringComparison.Ordinal))
        {
            yield return PublishingRules.ResolverBehind.On(WellKnownNames.RecordOf(step.Domain), WellKnownNames.RecordOf(step.Domain));
            if (report.Record is null)
                yield break;
        }

        if (step.Policy is null)
            yield break;
        var served = report.Policy is null ? "there is no policy." : PolicyDifferences.Describe(report.Policy, step.Policy);
        var errors = report.Findings.Where(finding => finding.Severity == Severity.Error).Take(3).Select(finding => finding.Message).ToList();
        if (errors.Count > 0 || served is not null)
            yield return PublishingRules.TestFailed.On(step.Domain, step.Domain, errors.Count > 0 ? string.Join(" ", errors) : served);
    }
}
