using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Publishing.Applying;

/// <summary>Takes one <see cref="PolicyFileStep"/>: looks at what is stored, and stores or removes the file only while that is what was read. Done already is done.</summary>
internal sealed class PolicyFileStepRun(PolicyFileStep step, IPolicyHost host, TimeProvider clock, IProgress<PublishProgress>? progress) : IStepRun
{
    private StepState _state = StepState.NotRun;
    private TimeSpan _duration;

    public IStepResult Result => new PolicyFileResult { Step = step, State = _state, Findings = step.Findings, Duration = _duration };

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        try
        {
            await ChangeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PolicyHostException exception)
        {
            _state = exception.MayHaveChanged ? StepState.Unknown : StepState.Failed;
            throw;
        }
        finally
        {
            _duration = clock.GetElapsedTime(started);
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

        // Read anew, for the version that the service demands, and because a plan may be older than the file.
        var now = await host.ReadAsync(step.Domain, cancellationToken).ConfigureAwait(false);
        var change = step.Change with { Expected = now };
        if (change.IsEmpty)
        {
            _state = StepState.Unchanged;
            return;
        }

        if (!(step.Change with { Body = now.Body }).IsEmpty)
        {
            throw new PolicyHostException(
                ProviderErrorKind.Conflict,
                $"{step.Domain}: {host.Description} has another policy file than when the change was planned; nothing was changed.",
                "Somebody else changed it at the same time: look at it, then plan again.");
        }

        progress?.Report(new PublishProgress { RecordName = WellKnownNames.PolicyHostOf(step.Domain), Stage = PublishStage.Storing, Message = change.Body is null ? "removing the policy file" : "storing the policy file" });
        _state = StepState.Unknown;
        await host.ApplyAsync(change, cancellationToken).ConfigureAwait(false);
        _state = StepState.Changed;
    }
}
