using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Why something that was given as a domain is none.</summary>
internal static class InvalidDomain
{
    // How the engine writes an object of a table where a text is wanted.
    private const string ObjectAsText = "@{";

    /// <summary>The text is no domain name, or was an object before it became a text.</summary>
    public static ErrorRecord Error(string domain, IReadOnlyList<Finding> findings) =>
        domain.StartsWith(ObjectAsText, StringComparison.Ordinal)
            ? WithoutProperty(domain, domain)
            : CommandError.Create(
                "InvalidDomainName", ErrorCategory.InvalidArgument, findings[0].Message, domain, findings[0].Remedy, new MtaStsFormatException(findings));

    /// <summary>An object, for instance a row of a CSV file, names no domain.</summary>
    /// <param name="shown">The object as a text.</param>
    /// <param name="value">The object.</param>
    public static ErrorRecord WithoutProperty(string shown, object value) => CommandError.Create(
        "NoDomainProperty",
        ErrorCategory.InvalidArgument,
        $"The object {shown} has no property Domain, DomainName or Name.",
        value,
        "Say which property has the domain, for instance -Domain { $_.Customer }, or name the column Domain.");

    /// <summary>Nothing was given at all.</summary>
    public static ErrorRecord Missing() => CommandError.Create(
        "InvalidDomainName", ErrorCategory.InvalidArgument, "The domain name is empty.", "", "Give a domain, for instance example.com.");
}
