using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace MtaStsTools;

public sealed partial record ObservationOptions
{
    /// <summary>Whom observations are logged by; null logs nothing. <c>docs/telemetry.md</c> lists the events.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>What makes the meter of observations; null means the one meter of this process.</summary>
    public IMeterFactory? MeterFactory { get; init; }
}
