using Microsoft.Extensions.Logging;
using MtaStsTools.Diagnostics;

namespace MtaStsTools.Observation;

internal sealed partial class DomainFlow
{
    private ILogger? _logger;
    private WatchedOperation _watched;

    partial void Begun()
    {
        _logger = _options.LoggerFactory?.CreateLogger<DomainObserver>();
        _watched = WatchedOperation.Begin(MtaStsTelemetry.ObserveActivity, Instruments.Of(_options.MeterFactory).ObservationDuration, domain.Ascii);
        if (_logger is not null)
            Log.ObservationBegan(_logger, domain.Ascii);
    }

    partial void Ended()
    {
        if (_watched.End("completed", isError: false) is { } seconds && _logger is not null)
            Log.ObservationEnded(_logger, domain.Ascii, seconds);
    }

    partial void Closed()
    {
        if (_watched.End("aborted", isError: true) is { } seconds && _logger is not null)
            Log.ObservationAborted(_logger, domain.Ascii, seconds);
    }
}
