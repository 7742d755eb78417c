using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Publishing.Applying;

/// <summary>Takes one <see cref="RecordChangeStep"/>: checks what it needs, writes it, and reads it back where that is not a step of its own.</summary>
/// <param name="step">The step.</param>
/// <param name="provider">What changes the record.</param>
/// <param name="options">How records are changed.</param>
/// <param name="progress">Whom to tell.</param>
/// <param name="mayBeDone">Whether a record that is already as the step would make it is done; without it, that is a conflict.</param>
internal sealed class RecordStepRun(
    RecordChangeStep step, IDnsRecordProvider provider, MtaStsRecordPublisherOptions options, IProgress<PublishProgress>? progress, bool mayBeDone = false) : IStepRun
{
    private StepState _state = StepState.NotRun;
    private IReadOnlyList<ServerReadBack> _servers = [];
    private TimeSpan _duration;

    public IStepResult Result => new PublishResult
    {
        Step = step,
        State = _state,
        Servers = _servers,
        RaceWasPossible = _state == StepState.Changed && !provider.Capabilities.IsGuarded,
        Findings =
        [
            .. step.Findings,
            .. ReadBackFindings.Of(step.Change, provider.Description, _servers),
        ],
        Duration = _duration,
    };

    /// <exception cref="DnsProviderException">The change was not made, or that is not known.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        var started = options.TimeProvider.GetTimestamp();
        try
        {
            await ChangeAsync(cancellationToken).ConfigureAwait(false);
            if (_state == StepState.Changed && step.ReadsBack)
                _servers = await new AuthoritativeReadBack(provider, options).WaitAsync(step.Change, step.Kind, progress, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _duration = options.TimeProvider.GetElapsedTime(started);
        }
    }

    private async Task ChangeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (step.IsEmpty)
        {
            _state = StepState.Unchanged;
            return;
        }

        try
        {
            if ((mayBeDone || !provider.Capabilities.IsGuarded) && await IsDoneAsync(cancellationToken).ConfigureAwait(false))
            {
                _state = StepState.Unchanged;
                return;
            }

            Report(PublishStage.Updating, "writing the change");
            _state = StepState.Unknown;
            await provider.ApplyAsync(step.Change, cancellationToken).ConfigureAwait(false);
            _state = StepState.Changed;
            Report(PublishStage.ReadingBack, "the change is made; looking for the authoritative servers");
        }
        catch (DnsProviderException exception)
        {
            _state = exception.MayHaveChanged ? StepState.Unknown : StepState.Failed;
            throw;
        }
    }

    /// <summary>What a provider that is not guarded cannot demand while it writes is demanded just before. True where the change is made already, and that is as good.</summary>
    private async Task<bool> IsDoneAsync(CancellationToken cancellationToken)
    {
        var change = step.Change;
        var now = await provider.ReadTxtAsync(change.Zone, change.RecordName, cancellationToken).ConfigureAwait(false);
        if (mayBeDone && !now.HasExactly(change.Expected) && now.HasExactly(change.Result))
            return true;
        ExpectedRecords.Demand(change, now, provider.Description);
        return false;
    }

    private void Report(PublishStage stage, string message) =>
        progress?.Report(new PublishProgress { RecordName = step.Change.RecordName, Stage = stage, Message = message });
}
