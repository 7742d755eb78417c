namespace MtaStsTools.PowerShell.Commands;

/// <summary>
/// Counts the domains that go into a run and come out of it. How many there will be is known once the last has gone in; while
/// there is only one, its steps are shown in place of a count.
/// </summary>
internal sealed class RunProgress(MtaStsCmdlet cmdlet, string activity, IProgress<ObservationStep>? next) : IProgress<ObservationStep>
{
    private const int ActivityId = 8461;

    private readonly ProgressMeter _meter = new(cmdlet, ActivityId, activity, "domains", TimeProvider.System);
    private int _taken;
    private int _done;
    private volatile bool _allTaken;

    public async IAsyncEnumerable<string> Count(IAsyncEnumerable<string> domains)
    {
        await foreach (var domain in domains.ConfigureAwait(false))
        {
            if (Interlocked.Increment(ref _taken) > 1)
                Show(domain);
            yield return domain;
        }

        _allTaken = true;
    }

    public void Report(ObservationStep value)
    {
        next?.Report(value);
        if (Volatile.Read(ref _taken) == 1)
            _meter.ReportStep($"{value.Domain}: {value.Text}");
    }

    /// <summary>A domain has come out. With the last one the bar goes, so that it does not stand above the report that is printed next.</summary>
    public void Done(string domain)
    {
        var done = Interlocked.Increment(ref _done);
        if (_allTaken && done == Volatile.Read(ref _taken))
            Complete();
        else
            Show(domain);
    }

    public void Complete() => _meter.Complete();

    private void Show(string domain) => _meter.Report(Volatile.Read(ref _done), _allTaken ? Volatile.Read(ref _taken) : null, domain);
}
