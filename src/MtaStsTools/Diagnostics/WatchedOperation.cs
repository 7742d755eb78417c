using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MtaStsTools.Diagnostics;

/// <summary>One operation as a listener sees it: an activity, and at its end a measurement, both with the outcome.</summary>
internal struct WatchedOperation
{
    private readonly Activity? _activity;
    private readonly Histogram<double> _duration;
    private readonly long _started;
    private bool _hasEnded;

    private WatchedOperation(Activity? activity, Histogram<double> duration)
    {
        _activity = activity;
        _duration = duration;
        _started = Stopwatch.GetTimestamp();
    }

    public static WatchedOperation Begin(string activity, Histogram<double> duration, string domains)
    {
        var started = MtaStsTelemetry.Source.StartActivity(activity);
        started?.SetTag(MtaStsTelemetry.DomainTag, domains);
        return new WatchedOperation(started, duration);
    }

    /// <summary>Ends it once; the seconds that it took, or null where it had ended before or never begun.</summary>
    public double? End(string outcome, bool isError)
    {
        if (_hasEnded || _duration is null)
            return null;
        _hasEnded = true;
        var seconds = Stopwatch.GetElapsedTime(_started).TotalSeconds;
        _duration.Record(seconds, new KeyValuePair<string, object?>(MtaStsTelemetry.OutcomeTag, outcome));
        _activity?.SetTag(MtaStsTelemetry.OutcomeTag, outcome);
        if (isError)
            _activity?.SetStatus(ActivityStatusCode.Error);
        _activity?.Dispose();
        return seconds;
    }
}
