using System.Management.Automation;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Providers;

/// <summary>What the error of a script is for a provider: its kind follows the category of the error.</summary>
internal static class ScriptErrors
{
    /// <param name="exception">The failure.</param>
    /// <param name="recordName">The name that the script was about.</param>
    /// <param name="script">Which script it was, for people: <c>-Add</c>.</param>
    /// <param name="isChange">Whether it was to change anything: then it may have.</param>
    public static DnsProviderException Create(PipelineScriptException exception, string recordName, string script, bool isChange) =>
        exception.Error.Exception as DnsProviderException ?? new DnsProviderException(
            Kind(exception.Error.CategoryInfo.Category),
            $"{recordName}: {script} failed: {Sentence(exception.Error)}{(isChange ? " Whether the change was made is not known." : "")}",
            exception.Error.ErrorDetails?.RecommendedAction is { Length: > 0 } advice ? DisplayText.Sanitize(advice, 500) : isChange ? "Look at the record, then correct the script." : "Correct the script.",
            exception.Error.Exception)
        {
            MayHaveChanged = isChange,
        };

    /// <summary>What the error says, safe to display, with its full stop.</summary>
    public static string Sentence(ErrorRecord error)
    {
        var text = DisplayText.Sanitize(error.ToString().Trim(), 1000);
        return text.EndsWith(".", StringComparison.Ordinal) ? text : text + ".";
    }

    public static ProviderErrorKind Kind(ErrorCategory category) => category switch
    {
        ErrorCategory.AuthenticationError => ProviderErrorKind.Unauthorized,
        ErrorCategory.PermissionDenied or ErrorCategory.SecurityError => ProviderErrorKind.Forbidden,
        ErrorCategory.ObjectNotFound => ProviderErrorKind.NotFound,
        ErrorCategory.ResourceExists => ProviderErrorKind.Conflict,
        ErrorCategory.LimitsExceeded or ErrorCategory.QuotaExceeded => ProviderErrorKind.RateLimited,
        ErrorCategory.OperationTimeout => ProviderErrorKind.Timeout,
        ErrorCategory.InvalidArgument or ErrorCategory.InvalidData or ErrorCategory.NotImplemented => ProviderErrorKind.InvalidRequest,
        ErrorCategory.ProtocolError or ErrorCategory.ParserError => ProviderErrorKind.MalformedAnswer,
        _ => ProviderErrorKind.Unavailable,
    };
}
