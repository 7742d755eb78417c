using System.Management.Automation;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>How the failure of a DNS provider becomes an error record: the ErrorId follows its kind, whatever the provider.</summary>
internal static class ProviderErrors
{
    public static ErrorRecord Create(DnsProviderException exception, string domain) =>
        CommandError.Create($"DnsProvider{exception.Kind}", Category(exception.Kind), exception.Message, domain, exception.Remedy, exception);

    private static ErrorCategory Category(DnsProviderErrorKind kind) => kind switch
    {
        DnsProviderErrorKind.Unauthorized => ErrorCategory.AuthenticationError,
        DnsProviderErrorKind.Forbidden => ErrorCategory.PermissionDenied,
        DnsProviderErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        DnsProviderErrorKind.Conflict => ErrorCategory.ResourceExists,
        DnsProviderErrorKind.RateLimited => ErrorCategory.LimitsExceeded,
        DnsProviderErrorKind.Timeout => ErrorCategory.OperationTimeout,
        DnsProviderErrorKind.InvalidRequest => ErrorCategory.InvalidArgument,
        DnsProviderErrorKind.MalformedAnswer => ErrorCategory.ProtocolError,
        _ => ErrorCategory.ResourceUnavailable,
    };
}
