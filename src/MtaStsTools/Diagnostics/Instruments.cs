using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace MtaStsTools.Diagnostics;

/// <summary>What is measured, for the process as a whole or for the services of one container.</summary>
internal sealed class Instruments
{
    private static readonly ConditionalWeakTable<IMeterFactory, Instruments> OfFactories = [];

    private Instruments(Meter meter)
    {
        ObservationDuration = meter.CreateHistogram<double>("mtasts.observation.duration", "s", "How long the observation of a domain took.");
        ChangeDuration = meter.CreateHistogram<double>("mtasts.change.duration", "s", "How long a plan took to apply and verify.");
    }

    /// <summary>Those of the process.</summary>
    public static Instruments Shared { get; } = new(new Meter(MtaStsTelemetry.MeterName));

    public Histogram<double> ObservationDuration { get; }

    public Histogram<double> ChangeDuration { get; }

    /// <summary>Those whose meter <paramref name="factory"/> made; those of the process where there is none.</summary>
    public static Instruments Of(IMeterFactory? factory) =>
        factory is null ? Shared : OfFactories.GetValue(factory, static owner => new Instruments(owner.Create(MtaStsTelemetry.MeterName)));
}
