using System.Security;
using System.Security.Cryptography;
using MtaStsTools.Dns.Messages;

namespace MtaStsTools.Dns.Tsig;

/// <summary>
/// The shared secret that signs an update and proves its answer (TSIG, RFC 8945). The secret is held as octets, is never part of a text,
/// and is overwritten with zeros when the key is disposed.
/// </summary>
public sealed class TsigKey : IDisposable
{
    private readonly byte[] _secret;
    private bool _disposed;

    private TsigKey(string name, TsigAlgorithm algorithm, byte[] secret)
    {
        WireName = WireName.FromText(name);
        Name = WireName.ToString();
        Algorithm = algorithm;
        _secret = secret;
    }

    /// <summary>The key's name, as both sides know it.</summary>
    public string Name { get; }

    /// <summary>The MAC that the key is for.</summary>
    public TsigAlgorithm Algorithm { get; }

    internal WireName WireName { get; }

    /// <summary>A key from its name and its secret in base64, as <c>tsig-keygen</c> prints it.</summary>
    /// <exception cref="FormatException">The secret is empty or is not base64; the message does not show it.</exception>
    /// <exception cref="ArgumentException">The name is not a domain name.</exception>
    public static TsigKey FromBase64(string name, string secret, TsigAlgorithm algorithm = TsigAlgorithm.HmacSha256)
    {
        var characters = secret.ToCharArray();
        try
        {
            return FromBase64(name, characters, algorithm);
        }
        finally
        {
            Array.Clear(characters, 0, characters.Length);
        }
    }

    /// <summary>A key from its name and its secret in base64, kept as a secure string until now.</summary>
    /// <exception cref="FormatException">The secret is empty or is not base64; the message does not show it.</exception>
    /// <exception cref="ArgumentException">The name is not a domain name.</exception>
    public static TsigKey FromSecureString(string name, SecureString secret, TsigAlgorithm algorithm = TsigAlgorithm.HmacSha256)
    {
        var memory = System.Runtime.InteropServices.Marshal.SecureStringToGlobalAllocUnicode(secret);
        var characters = new char[secret.Length];
        try
        {
            System.Runtime.InteropServices.Marshal.Copy(memory, characters, 0, characters.Length);
            return FromBase64(name, characters, algorithm);
        }
        finally
        {
            System.Runtime.InteropServices.Marshal.ZeroFreeGlobalAllocUnicode(memory);
            Array.Clear(characters, 0, characters.Length);
        }
    }

    /// <summary>Name and algorithm; never the secret.</summary>
    public override string ToString() => $"{Name} ({Algorithm.ToName()})";

    /// <summary>Overwrites the secret.</summary>
    public void Dispose()
    {
        Array.Clear(_secret, 0, _secret.Length);
        _disposed = true;
    }

    internal IncrementalHash CreateMac() => _disposed
        ? throw new ObjectDisposedException(nameof(TsigKey))
        : IncrementalHash.CreateHMAC(Algorithm.ToHashName(), _secret);

    private static TsigKey FromBase64(string name, char[] characters, TsigAlgorithm algorithm)
    {
        byte[] secret;
        try
        {
            secret = Convert.FromBase64CharArray(characters, 0, characters.Length);
        }
        catch (FormatException notBase64)
        {
            throw new FormatException($"The secret of the key '{DisplayText.Sanitize(name)}' is not base64.", notBase64);
        }

        return secret.Length > 0
            ? new TsigKey(name, algorithm, secret)
            : throw new FormatException($"The secret of the key '{DisplayText.Sanitize(name)}' is empty.");
    }
}
