using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Publishing.Applying;

/// <summary>Takes one <see cref="RecordChangeStep"/>: checks what it needs, writes it, and reads it back. Knows at any time how far it has got.</summary>
internal sealed class RecordStepRun(RecordChangeStep step, IDnsRecordProvider provider, MtaStsRecordPublisherOptions options, IProgress<PublishProgress>? progress)
{
    private StepState _state = StepState.NotRun;
    private IReadOnlyList<ServerReadBack> _servers = [];
    private TimeSpan _duration;

    public PublishResult Result => new()
    {
        Step = step,
        State = _state,
        Servers = _servers,
        Findings =
        [
            .. step.Findings,
            .. _servers.Where(server => server.IsBehind).Select(server => PublishingRules.ServerBehind.On(server.Server, step.Change.RecordName, server.ToString())),
            .. _servers.Where(server => server.AnswersFromWildcard).Select(server => string.Join(" ", server.Records)).Distinct(StringComparer.Ordinal)
                .Select(records => PublishingRules.WildcardAnswers.On(step.Change.RecordName, step.Change.RecordName, records)),
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
            if (_state == StepState.Changed)
                _servers = await new AuthoritativeReadBack(provider, options).WaitAsync(step.Change, progress, cancellationToken).ConfigureAwait(false);
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
            if (!provider.Capabilities.IsGuarded)
                await DemandWhatWasReadAsync(cancellationToken).ConfigureAwait(false);
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

    /// <summary>What a provider that is not guarded cannot demand while it writes is demanded just before.</summary>
    private async Task DemandWhatWasReadAsync(CancellationToken cancellationToken)
    {
        var change = step.Change;
        var now = await provider.ReadTxtAsync(change.Zone, change.RecordName, cancellationToken).ConfigureAwait(false);
        var same = now.Alias is null && now.Values.Count == change.Expected.Count && now.Values.All(change.Expected.Contains) && change.Expected.All(now.Values.Contains);
        if (!same)
        {
            throw new DnsProviderException(
                ProviderErrorKind.Conflict,
                $"{change.RecordName}: {provider.Description} has other records than when the change was planned; nothing was changed.",
                "Somebody else changed them at the same time: look at them, then plan again.");
        }
    }

    private void Report(PublishStage stage, string message) =>
        progress?.Report(new PublishProgress { RecordName = step.Change.RecordName, Stage = stage, Message = message });
}
