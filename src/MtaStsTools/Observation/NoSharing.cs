namespace MtaStsTools.Observation;

/// <summary>For one domain, which shares nothing with another.</summary>
internal sealed class NoSharing : IResultSharing
{
    public Task<TxtObservation> TextsAsync(string name, Func<CancellationToken, Task<TxtObservation>> ask, CancellationToken cancellationToken) =>
        ask(cancellationToken);

    public Task<MxHostObservation> HostAsync(
        string host, Func<CancellationToken, Task<MxHostObservation>> observe, CancellationToken cancellationToken) => observe(cancellationToken);

    public void Dispose()
    {
        // Nothing works here on its own.
    }
}
