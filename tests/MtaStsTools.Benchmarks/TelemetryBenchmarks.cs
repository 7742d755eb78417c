using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using MtaStsTools.Diagnostics;

namespace MtaStsTools.Benchmarks;

/// <summary>What an operation pays for being watchable: nothing but a look at the clock where nobody listens.</summary>
[MemoryDiagnoser]
[Config(typeof(OneCore))]
public class TelemetryBenchmarks : IDisposable
{
    private ActivityListener? _listener;

    /// <summary>Whether somebody listens.</summary>
    [Params(false, true)]
    public bool IsListenedTo { get; set; }

    /// <summary>Listens, where that is wanted.</summary>
    [GlobalSetup]
    public void Setup()
    {
        if (!IsListenedTo)
            return;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == MtaStsTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Listens no longer.</summary>
    [GlobalCleanup]
    public void Cleanup() => Dispose();

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>One operation from its begin to its end.</summary>
    [Benchmark(Description = "Begin and end of an operation")]
    public double? Watch() => WatchedOperation.Begin(MtaStsTelemetry.ObserveActivity, Instruments.Shared.ObservationDuration, "example.com").End("completed", isError: false);
}
