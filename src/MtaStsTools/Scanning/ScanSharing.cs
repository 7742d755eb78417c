using MtaStsTools.Observation;

namespace MtaStsTools.Scanning;

/// <summary>What the domains of one scan share: each parent's record is asked for once, each MX host contacted once.</summary>
internal sealed class ScanSharing : IResultSharing
{
    private const int MaxHosts = 4096;
    private const int MaxTexts = 4096;
    private readonly CancellationTokenSource _stop = new();
    private readonly SharedWork<MxHostObservation> _hosts = new(MaxHosts);
    private readonly SharedWork<TxtObservation> _texts = new(MaxTexts);

    public Task<TxtObservation> TextsAsync(string name, Func<CancellationToken, Task<TxtObservation>> ask, CancellationToken cancellationToken) =>
        _texts.GetAsync(name, () => ask(_stop.Token), cancellationToken);

    public Task<MxHostObservation> HostAsync(
        string host, Func<CancellationToken, Task<MxHostObservation>> observe, CancellationToken cancellationToken) =>
        _hosts.GetAsync(host, () => observe(_stop.Token), cancellationToken);

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }
}
