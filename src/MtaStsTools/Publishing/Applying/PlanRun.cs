namespace MtaStsTools.Publishing.Applying;

/// <summary>Takes the steps of a plan in their order, up to the first that fails or whose time has not come, and keeps account of each.</summary>
internal sealed partial class PlanRun(ChangePlan plan, IReadOnlyList<IStepRun> steps, MtaStsRecordPublisherOptions options)
{
    private readonly long _started = options.TimeProvider.GetTimestamp();

    private ChangeResult Result => new()
    {
        Plan = plan,
        Steps = [.. steps.Select(step => step.Result)],
        Duration = options.TimeProvider.GetElapsedTime(_started),
    };

    /// <exception cref="ChangeFailedException">A step failed.</exception>
    /// <exception cref="ChangeStoppedException">A step found what forbids to go on.</exception>
    /// <exception cref="ChangeCanceledException">Cancelled.</exception>
    public async Task<ChangeResult> ToEndAsync(CancellationToken cancellationToken)
    {
        Begun();
        try
        {
            foreach (var step in steps)
            {
                await step.TakeAsync(cancellationToken).ConfigureAwait(false);
                if (step.Result.State == StepState.Waiting)
                    break;
            }

            Ended();
            return Result;
        }
        catch (ProviderException exception)
        {
            throw new ChangeFailedException(Result, exception);
        }
        catch (StepStoppedException exception)
        {
            throw new ChangeStoppedException(Result, exception.Findings);
        }
        catch (OperationCanceledException exception)
        {
            throw new ChangeCanceledException(Result, exception);
        }
        finally
        {
            Closed();
        }
    }

    // Where the framework has logs, traces and measurements, these are told.
    partial void Begun();

    partial void Ended();

    partial void Closed();
}
