namespace MtaStsTools.Observation;

/// <summary>Decides whether the facts of a name or a host that more than one domain may have are gathered once or each time; disposing of it ends work that nobody waits for any more.</summary>
internal interface IResultSharing : IDisposable
{
    /// <summary>The TXT records of a name.</summary>
    Task<TxtObservation> TextsAsync(string name, Func<CancellationToken, Task<TxtObservation>> ask, CancellationToken cancellationToken);

    /// <summary>The picture of an MX host.</summary>
    Task<MxHostObservation> HostAsync(string host, Func<CancellationToken, Task<MxHostObservation>> observe, CancellationToken cancellationToken);
}
