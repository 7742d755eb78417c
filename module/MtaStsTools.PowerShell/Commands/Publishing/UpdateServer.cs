using System.Management.Automation;
using System.Security;
using MtaStsTools.Dns.Tsig;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Makes the key and the provider of dynamic updates from what was typed; what cannot be is an error that ends the command.</summary>
internal static class UpdateServer
{
    public const int DnsPort = 53;

    /// <summary>The key, or null where neither name nor secret is given.</summary>
    public static TsigKey? CreateKey(string? name, SecureString? secret, TsigAlgorithm algorithm)
    {
        if (name is null && secret is null)
            return null;
        if (name is null || secret is null)
        {
            throw new CommandFailedException(CommandError.Create(
                "IncompleteKey", ErrorCategory.InvalidArgument, "A key has a name and a secret.", name, "Give both -KeyName and -KeySecret, or neither."));
        }

        try
        {
            return TsigKey.FromSecureString(name, secret, algorithm);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            // No cause: an inner exception might quote what it could not read.
            throw new CommandFailedException(CommandError.Create(
                "InvalidKey", ErrorCategory.InvalidArgument, CommandError.Sentence(exception), name, "Give the key's name and its secret in Base64, as tsig-keygen prints them."));
        }
    }

    public static DynamicUpdateProvider CreateProvider(DynamicUpdateOptions options)
    {
        try
        {
            return new DynamicUpdateProvider(options);
        }
        catch (ArgumentException exception)
        {
            throw new CommandFailedException(CommandError.Create(
                "InvalidServer",
                ErrorCategory.InvalidArgument,
                CommandError.Sentence(exception),
                options.Server,
                "Give a host name or an IP address with -Server, the port with -Port, and a domain name with -Zone.",
                exception));
        }
    }
}
