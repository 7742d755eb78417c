using System.Globalization;
using System.Management.Automation;

namespace MtaStsTools.PowerShell.Pipeline;

/// <summary>
/// Progress over many items: how many are done, how fast, and how long the rest will take where its number is known.
/// Safe to call from several threads, and calm: at most ten records a second.
/// </summary>
/// <param name="cmdlet">The cmdlet whose progress it is.</param>
/// <param name="activityId">Tells bars apart where there are several.</param>
/// <param name="activity">What is being done.</param>
/// <param name="unit">What is counted, in the plural.</param>
/// <param name="clock">The clock.</param>
public sealed class ProgressMeter(MtaStsCmdlet cmdlet, int activityId, string activity, string unit, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly long _start = clock.GetTimestamp();
    private readonly object _lock = new();
    private long _lastShown;
    private bool _isShown;

    /// <summary>Shows how far the command is.</summary>
    /// <param name="done">Items that are finished.</param>
    /// <param name="total">All items; null while more may come.</param>
    /// <param name="current">The item that was finished last.</param>
    public void Report(int done, int? total, string? current)
    {
        var isTime = IsTime();
        if (done != total && !isTime)
            return;
        var elapsed = clock.GetElapsedTime(_start);
        var rate = elapsed > TimeSpan.Zero ? done / elapsed.TotalSeconds : 0;
        var record = new ProgressRecord(activityId, activity, Status(done, total, rate)) { CurrentOperation = current };
        if (total is > 0)
        {
            record.PercentComplete = Math.Min(100, (int)(100L * done / total.Value));
            if (rate > 0)
                record.SecondsRemaining = (int)Math.Min(int.MaxValue, Math.Ceiling((total.Value - done) / rate));
        }

        cmdlet.WriteProgress(record);
    }

    /// <summary>Shows what is being done, where there is nothing to count.</summary>
    /// <param name="step">The step that has begun.</param>
    public void ReportStep(string step)
    {
        if (IsTime())
            cmdlet.WriteProgress(new ProgressRecord(activityId, activity, step));
    }

    /// <summary>Takes the bar away.</summary>
    public void Complete()
    {
        if (_isShown)
            cmdlet.WriteProgress(new ProgressRecord(activityId, activity, "Done") { RecordType = ProgressRecordType.Completed });
    }

    private bool IsTime()
    {
        lock (_lock)
        {
            if (_isShown && clock.GetElapsedTime(_lastShown) < Interval)
                return false;
            _isShown = true;
            _lastShown = clock.GetTimestamp();
            return true;
        }
    }

    private string Status(int done, int? total, double rate)
    {
        var culture = CultureInfo.CurrentCulture;
        var count = total is null ? string.Format(culture, "{0} {1}", done, unit) : string.Format(culture, "{0} of {1} {2}", done, total, unit);
        return rate > 0 ? string.Format(culture, "{0}, {1:0.0} a second", count, rate) : count;
    }
}
