using Microsoft.Extensions.Logging;
using MtaStsTools.Diagnostics;

namespace MtaStsTools.Publishing.Applying;

internal sealed partial class PlanRun
{
    private readonly ILogger? _logger = options.LoggerFactory?.CreateLogger<MtaStsRecordPublisher>();
    private readonly string _domains = string.Join(", ", plan.Steps.Select(step => step.Domain).Distinct(StringComparer.Ordinal));
    private WatchedOperation _watched;

    partial void Begun()
    {
        _watched = WatchedOperation.Begin(MtaStsTelemetry.ApplyActivity, Instruments.Of(options.MeterFactory).ChangeDuration, _domains);
        if (_logger is not null)
            Log.ChangeBegan(_logger, plan.Steps.Count, _domains);
    }

    partial void Ended()
    {
        if (_watched.End("completed", isError: false) is { } seconds && _logger is not null)
            Log.ChangeEnded(_logger, _domains, seconds);
    }

    partial void Closed()
    {
        if (_watched.End("aborted", isError: true) is { } seconds && _logger is not null)
            Log.ChangeAborted(_logger, _domains, seconds);
    }
}
