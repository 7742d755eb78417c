using Microsoft.Extensions.Logging;

namespace MtaStsTools.Diagnostics;

/// <summary>What is logged; the event ids are contracts.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Debug, "Observing {Domain}.")]
    public static partial void ObservationBegan(ILogger logger, string domain);

    [LoggerMessage(1001, LogLevel.Information, "Observed {Domain} in {Seconds:F3} s.")]
    public static partial void ObservationEnded(ILogger logger, string domain, double seconds);

    [LoggerMessage(1002, LogLevel.Warning, "The observation of {Domain} was ended after {Seconds:F3} s.")]
    public static partial void ObservationAborted(ILogger logger, string domain, double seconds);

    [LoggerMessage(2000, LogLevel.Debug, "Applying a plan of {Steps} steps for {Domains}.")]
    public static partial void ChangeBegan(ILogger logger, int steps, string domains);

    [LoggerMessage(2001, LogLevel.Information, "Applied the plan for {Domains} in {Seconds:F3} s.")]
    public static partial void ChangeEnded(ILogger logger, string domains, double seconds);

    [LoggerMessage(2002, LogLevel.Error, "The plan for {Domains} stopped after {Seconds:F3} s; the steps say how far it came.")]
    public static partial void ChangeAborted(ILogger logger, string domains, double seconds);
}
