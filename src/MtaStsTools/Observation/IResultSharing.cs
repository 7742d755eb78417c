namespace MtaStsTools.Observation;

/// <summary>Decides whether the facts of a name or a host that more than one domain may have are gathered once or each time; disposing of it ends work that nobody waits for any more.</summary>
internal interface IResultSharing : IDisposable
{
    /// <summary>The TXT records of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="waiting">The steps of the domain that wants them; its limit ends the wait.</param>
    /// <param name="ask">Asks for them.</param>
    Task<TxtObservation> TextsAsync(string name, TimedSteps waiting, Func<TimedSteps, Task<TxtObservation>> ask);

    /// <summary>The picture of an MX host.</summary>
    /// <param name="host">The host.</param>
    /// <param name="waiting">The steps of the domain that wants it; its limit ends the wait.</param>
    /// <param name="observe">Observes it.</param>
    Task<MxHostObservation> HostAsync(string host, TimedSteps waiting, Func<TimedSteps, Task<MxHostObservation>> observe);
}
