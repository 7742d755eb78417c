namespace MtaStsTools.Observation;

/// <summary>For one domain, which shares nothing with another.</summary>
internal sealed class NoSharing : IResultSharing
{
    public Task<TxtObservation> TextsAsync(string name, TimedSteps waiting, Func<TimedSteps, Task<TxtObservation>> ask) => ask(waiting);

    public Task<MxHostObservation> HostAsync(string host, TimedSteps waiting, Func<TimedSteps, Task<MxHostObservation>> observe) => observe(waiting);

    public void Dispose()
    {
        // Nothing works here on its own.
    }
}
