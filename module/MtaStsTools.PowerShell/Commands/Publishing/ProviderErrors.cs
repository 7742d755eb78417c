using System.Management.Automation;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>How the failure of a DNS provider or a policy host becomes an error record: the ErrorId follows its kind, whatever the provider.</summary>
internal static class ProviderErrors
{
    public static ErrorRecord Create(ProviderException exception, string domain) =>
        CommandError.Create($"{(exception is PolicyHostException ? "PolicyHost" : "DnsProvider")}{exception.Kind}", Category(exception.Kind), exception.Message, domain, exception.Remedy, exception);

    private static ErrorCategory Category(ProviderErrorKind kind) => kind switch
    {
        ProviderErrorKind.Unauthorized => ErrorCategory.AuthenticationError,
        ProviderErrorKind.Forbidden => ErrorCategory.PermissionDenied,
        ProviderErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        ProviderErrorKind.Conflict => ErrorCategory.ResourceExists,
        ProviderErrorKind.RateLimited => ErrorCategory.LimitsExceeded,
        ProviderErrorKind.Timeout => ErrorCategory.OperationTimeout,
        ProviderErrorKind.InvalidRequest => ErrorCategory.InvalidArgument,
        ProviderErrorKind.MalformedAnswer => ErrorCategory.ProtocolError,
        _ => ErrorCategory.ResourceUnavailable,
    };
}
