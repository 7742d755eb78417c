using System.Security.Cryptography;
using System.Text;

namespace MtaStsTools.Ssh.Sftp;

/// <summary>A key by which a server is known: the SHA-256 of its public key.</summary>
internal sealed class HostKeyPin
{
    private const string Prefix = "SHA256:";
    private const int DigestLength = 32;

    private readonly byte[] _digest;

    private HostKeyPin(byte[] digest) => _digest = digest;

    /// <exception cref="ArgumentException">It is neither a fingerprint nor a line with a public key.</exception>
    public static HostKeyPin Parse(string text)
    {
        var line = text.Trim();
        return TryDigest(line) is { } digest ? new HostKeyPin(digest) : throw new ArgumentException(
            $"'{DisplayText.Sanitize(text, 200)}' is no key of a server: neither a fingerprint (SHA256: and 43 characters, as ssh-keygen -l shows it) nor a line of known_hosts or of a public key.",
            nameof(text));
    }

    /// <summary>The fingerprint of a public key as OpenSSH writes it.</summary>
    public static string FingerprintOf(byte[] publicKey) => Prefix + Convert.ToBase64String(Digest(publicKey)).TrimEnd('=');

    /// <summary>What kind of key it is: <c>ssh-ed25519</c>; empty where the octets are none.</summary>
    public static string TypeOf(byte[] publicKey)
    {
        if (publicKey.Length < 4)
            return "";
        var length = (publicKey[0] << 24) | (publicKey[1] << 16) | (publicKey[2] << 8) | publicKey[3];
        return length is > 0 and <= 64 && length <= publicKey.Length - 4 ? Encoding.ASCII.GetString(publicKey, 4, length) : "";
    }

    public bool Matches(byte[] publicKey) => Digest(publicKey).AsSpan().SequenceEqual(_digest);

    private static byte[] Digest(byte[] octets)
    {
        using var hash = SHA256.Create();
        return hash.ComputeHash(octets);
    }

    private static byte[]? TryDigest(string line)
    {
        if (line.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return TryBase64(line.Substring(Prefix.Length).TrimEnd('=') + "=") is { Length: DigestLength } digest ? digest : null;
        if (line.StartsWith("@", StringComparison.Ordinal))
            return null; // Authorities and revoked keys: neither is a key of this server.

        // [hosts] type key [comment], where the key says its type again.
        var parts = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (var part = 1; part < Math.Min(parts.Length, 3); part++)
        {
            if (TryBase64(parts[part]) is { } key && TypeOf(key) is { Length: > 0 } type && type == parts[part - 1])
                return Digest(key);
        }

        return null;
    }

    private static byte[]? TryBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
