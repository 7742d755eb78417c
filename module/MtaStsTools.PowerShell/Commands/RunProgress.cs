using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Tells how far a run over many domains is: domains done, rate and remaining time.</summary>
internal sealed class RunProgress(MtaStsCmdlet cmdlet, string activity)
{
    private const int ActivityId = 8461;

    // Often enough to look alive, seldom enough not to slow a fast run down.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch _elapsed = Stopwatch.StartNew();
    private TimeSpan _lastShown = TimeSpan.MinValue;
    private int _started;
    private int _done;

    /// <summary>Counts each input as it is taken.</summary>
    public async IAsyncEnumerable<string> Count(IAsyncEnumerable<string> domains)
    {
        await foreach (var domain in domains.ConfigureAwait(false))
        {
            Interlocked.Increment(ref _started);
            Show(domain);
            yield return domain;
        }
    }

    public void Done(string domain)
    {
        _done++;
        Show(domain);
    }

    public void Complete() => cmdlet.WriteProgress(new ProgressRecord(ActivityId, activity, "Done") { RecordType = ProgressRecordType.Completed });

    private void Show(string domain)
    {
        lock (_elapsed)
        {
            var elapsed = _elapsed.Elapsed;
            if (_lastShown != TimeSpan.MinValue && elapsed - _lastShown < Pace)
                return;
            _lastShown = elapsed;
            var started = Volatile.Read(ref _started);
            var rate = _done / Math.Max(elapsed.TotalSeconds, 0.001);
            cmdlet.WriteProgress(new ProgressRecord(
                ActivityId, activity, string.Format(CultureInfo.InvariantCulture, "{0} of {1} domains, {2:0.0} a second", _done, started, rate))
            {
                CurrentOperation = domain,
                PercentComplete = started == 0 ? 0 : 100 * _done / started,
                SecondsRemaining = _done == 0 ? -1 : (int)((started - _done) / rate),
            });
        }
    }
}
