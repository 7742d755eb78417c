using System.Net.NetworkInformation;

namespace MtaStsTools.Observation.Smtp;

/// <summary>The name to greet with (RFC 5321 §4.1.1.1).</summary>
internal static class EhloName
{
    private const string Fallback = "localhost.localdomain";
    private const int MaxLength = 253;

    /// <summary>The name given, or that of this machine.</summary>
    /// <exception cref="ArgumentException">The name given is neither a domain name nor an address literal.</exception>
    public static string Choose(string? given)
    {
        if (given is null)
            return OfThisMachine();
        return IsDomain(given) || IsAddressLiteral(given)
            ? given
            : throw new ArgumentException($"'{DisplayText.Sanitize(given, 60)}' cannot be an EHLO name: give a domain name, or an address as [192.0.2.1].", nameof(given));
    }

    private static string OfThisMachine()
    {
        try
        {
            var properties = IPGlobalProperties.GetIPGlobalProperties();
            var name = properties.DomainName.Length > 0 && properties.HostName.IndexOf('.') < 0
                ? $"{properties.HostName}.{properties.DomainName}"
                : properties.HostName;
            return name.IndexOf('.') > 0 && IsDomain(name) ? name : Fallback;
        }
        catch (Exception exception) when (exception is NetworkInformationException or PlatformNotSupportedException)
        {
            return Fallback;
        }
    }

    private static bool IsDomain(string name) =>
        name.Length is > 0 and <= MaxLength && IsLetterOrDigit(name[0]) && name.All(c => IsLetterOrDigit(c) || c is '.' or '-' or '_');

    private static bool IsAddressLiteral(string name) =>
        name.Length is > 2 and <= MaxLength && name[0] == '[' && name[name.Length - 1] == ']'
        && name.Skip(1).Take(name.Length - 2).All(c => IsLetterOrDigit(c) || c is '.' or ':');

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
