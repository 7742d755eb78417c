using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Publishing.Applying;

/// <summary>Takes the steps of a plan in their order, up to the first that fails, and keeps account of each.</summary>
internal sealed partial class PlanRun(ChangePlan plan, IDnsRecordProvider provider, MtaStsRecordPublisherOptions options, IProgress<PublishProgress>? progress)
{
    private readonly List<RecordStepRun> _steps =
        [.. plan.Steps.Select(step => new RecordStepRun((RecordChangeStep)step, provider, options, progress))];

    private readonly long _started = options.TimeProvider.GetTimestamp();

    private ChangeResult Result => new()
    {
        Plan = plan,
        Steps = [.. _steps.Select(step => step.Result)],
        Duration = options.TimeProvider.GetElapsedTime(_started),
    };

    /// <exception cref="ChangeFailedException">A step failed.</exception>
    /// <exception cref="ChangeCanceledException">Cancelled.</exception>
    public async Task<ChangeResult> ToEndAsync(CancellationToken cancellationToken)
    {
        Begun();
        try
        {
            foreach (var step in _steps)
                await step.TakeAsync(cancellationToken).ConfigureAwait(false);
            Ended();
            return Result;
        }
        catch (DnsProviderException exception)
        {
            throw new ChangeFailedException(Result, exception);
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
