using Microsoft.Extensions.Logging;

namespace MtaStsTools.AspNetCore.Diagnostics;

/// <summary>What is logged; the event ids are contracts.</summary>
internal static partial class HostLog
{
    [LoggerMessage(3000, LogLevel.Information, "Serving {Count} policies.")]
    public static partial void PoliciesLoaded(ILogger logger, int count);

    [LoggerMessage(3001, LogLevel.Warning, "{Finding}")]
    public static partial void PolicyWarning(ILogger logger, string finding);

    [LoggerMessage(3002, LogLevel.Error, "The changed policies are refused, and the {Count} from before are served on: {Problem}")]
    public static partial void ReloadRefused(ILogger logger, int count, string problem);

    [LoggerMessage(3003, LogLevel.Warning, "Senders do not get the policy of {Domain}: {Problem}")]
    public static partial void SelfTestFailed(ILogger logger, string domain, string problem);
}
