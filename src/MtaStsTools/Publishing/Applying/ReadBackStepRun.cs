using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Publishing.Applying;

/// <summary>Takes one <see cref="ReadBackStep"/>.</summary>
internal sealed class ReadBackStepRun(ReadBackStep step, IDnsRecordProvider provider, MtaStsRecordPublisherOptions options, IProgress<PublishProgress>? progress) : IStepRun
{
    private StepState _state = StepState.NotRun;
    private IReadOnlyList<ServerReadBack> _servers = [];
    private TimeSpan _duration;

    public IStepResult Result => new CheckResult
    {
        Step = step,
        State = _state,
        Servers = _servers,
        Findings = [.. step.Findings, .. ReadBackFindings.Of(step.Change, provider.Description, _servers)],
        Duration = _duration,
    };

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        var started = options.TimeProvider.GetTimestamp();
        try
        {
            _servers = await new AuthoritativeReadBack(provider, options).WaitAsync(step.Change, step.Kind, progress, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _duration = options.TimeProvider.GetElapsedTime(started);
        }

        var behind = ReadBackFindings.Of(step.Change, provider.Description, _servers);
        var wrong = behind.Where(finding => finding.IsOf(PublishingRules.ChangeNotMade)).ToList();
        if (wrong.Count == 0 && step.MustAgree)
            wrong = [.. behind.Where(finding => finding.IsOf(PublishingRules.ServerBehind))];
        _state = wrong.Count > 0 ? StepState.Failed : StepState.Verified;
        if (wrong.Count > 0)
            throw new StepStoppedException(wrong);
    }
}
