using System.Management.Automation;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.PowerShell.Providers;

/// <summary>What the error of a script is for a provider or a policy host: its kind follows the category of the error.</summary>
internal static class ScriptErrors
{
    /// <param name="exception">The failure.</param>
    /// <param name="recordName">The name that the script was about.</param>
    /// <param name="script">Which script it was, for people: <c>-Add</c>.</param>
    /// <param name="isChange">Whether it was to change anything: then it may have.</param>
    public static DnsProviderException Create(PipelineScriptException exception, string recordName, string script, bool isChange) =>
        exception.Error.Exception as DnsProviderException
        ?? new DnsProviderException(Kind(exception.Error.CategoryInfo.Category), Message(exception, recordName, script, isChange), Remedy(exception, isChange, "record"), exception.Error.Exception) { MayHaveChanged = isChange };

    /// <summary>The same for a policy host.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="domain">The policy domain.</param>
    /// <param name="script">Which script it was, for people: <c>-Write</c>.</param>
    /// <param name="isChange">Whether it was to change anything: then it may have.</param>
    public static PolicyHostException CreateForHost(PipelineScriptException exception, string domain, string script, bool isChange) =>
        exception.Error.Exception as PolicyHostException
        ?? new PolicyHostException(Kind(exception.Error.CategoryInfo.Category), Message(exception, domain, script, isChange), Remedy(exception, isChange, "file"), exception.Error.Exception) { MayHaveChanged = isChange };

    private static string Message(PipelineScriptException exception, string subject, string script, bool isChange) =>
        $"{subject}: {script} failed: {Sentence(exception.Error)}{(isChange ? " Whether the change was made is not known." : "")}";

    private static string Remedy(PipelineScriptException exception, bool isChange, string thing) =>
        exception.Error.ErrorDetails?.RecommendedAction is { Length: > 0 } advice ? DisplayText.Sanitize(advice, 500) : isChange ? $"Look at the {thing}, then correct the script." : "Correct the script.";

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
