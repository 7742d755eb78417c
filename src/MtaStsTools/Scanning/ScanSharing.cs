using MtaStsTools.Observation;

namespace MtaStsTools.Scanning;

/// <summary>What the domains of one scan share: each parent's record is asked for once, each MX host contacted once.</summary>
internal sealed class ScanSharing : IResultSharing
{
    private const int MaxHosts = 4096;
    private const int MaxTexts = 4096;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopped;
    private readonly SharedWork<MxHostObservation> _hosts = new(MaxHosts);
    private readonly SharedWork<TxtObservation> _texts = new(MaxTexts);

    public ScanSharing() => _stopped = _stop.Token;

    public Task<TxtObservation> TextsAsync(string name, TimedSteps waiting, Func<TimedSteps, Task<TxtObservation>> ask) =>
        _texts.GetAsync(name, () => ApartAsync(waiting, ask), waiting.Token);

    public Task<MxHostObservation> HostAsync(string host, TimedSteps waiting, Func<TimedSteps, Task<MxHostObservation>> observe) =>
        _hosts.GetAsync(host, () => ApartAsync(waiting, observe), waiting.Token);

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task<T> ApartAsync<T>(TimedSteps first, Func<TimedSteps, Task<T>> work)
    {
        using var steps = first.Apart(_stopped);
        return await work(steps).ConfigureAwait(false);
    }
}
