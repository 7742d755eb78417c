using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Why a command that gets something of a domain gets nothing: the same two errors for records and policies.</summary>
internal static class NotFound
{
    /// <summary>The domain certainly does not have it.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="message">What is not there.</param>
    /// <param name="advice">How to come to it.</param>
    public static ErrorRecord NotPublished(string domain, string message, string advice) =>
        CommandError.Create("NotPublished", ErrorCategory.ObjectNotFound, message, domain, advice);

    /// <summary>The DNS gave no certain answer, which says nothing about the domain.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="what">What was asked for, in the plural, for instance <c>The TXT records of _mta-sts.example.com</c>.</param>
    /// <param name="lookup">The question that failed.</param>
    public static ErrorRecord LookupIndeterminate(string domain, string what, DnsLookup lookup) => CommandError.Create(
        "LookupIndeterminate",
        ErrorCategory.ResourceUnavailable,
        $"{what} could not be looked up: {lookup.Failure}.",
        domain,
        "Try again, or ask another name server with -DnsServer.");
}
