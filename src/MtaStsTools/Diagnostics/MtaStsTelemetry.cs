using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MtaStsTools;

/// <summary>
/// The names under which observers and publishers can be watched, by OpenTelemetry or any listener of .NET. Without a listener nothing is measured and
/// nothing is allocated. <c>docs/telemetry.md</c> lists activities, instruments and log events; their names are contracts.
/// </summary>
public static class MtaStsTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/>.</summary>
    public const string ActivitySourceName = "MtaStsTools";

    /// <summary>The name of the <see cref="Meter"/>.</summary>
    public const string MeterName = "MtaStsTools";

    internal const string ObserveActivity = "mtasts.observe";
    internal const string ApplyActivity = "mtasts.apply";
    internal const string DomainTag = "mtasts.domain";
    internal const string OutcomeTag = "mtasts.outcome";

    internal static readonly ActivitySource Source = new(ActivitySourceName);
}
