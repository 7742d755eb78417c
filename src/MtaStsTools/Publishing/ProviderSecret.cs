using System.Runtime.InteropServices;
using System.Security;

namespace MtaStsTools.Publishing;

/// <summary>
/// A secret that a DNS provider or a policy host sends to its service: a token, a key, a password. It is never part of a text: options that hold it can be
/// printed, and what a service says is searched for it before it is shown.
/// </summary>
public sealed class ProviderSecret
{
    private const string Hidden = "***";

    // What is shorter is found in too many words to be blotted out of them.
    private const int LeastToHide = 4;

    private readonly string _text;

    private ProviderSecret(string text) => _text = text;

    /// <summary>A secret from its text.</summary>
    /// <exception cref="ArgumentException">It is empty, or has a control character; the message does not show it.</exception>
    public static ProviderSecret FromText(string secret)
    {
        if (string.IsNullOrWhiteSpace(secret))
            throw new ArgumentException("The secret is empty.", nameof(secret));
        foreach (var character in secret)
        {
            if (char.IsControl(character) && character is not ('\r' or '\n' or '\t'))
                throw new ArgumentException("The secret has a control character, which no secret has.", nameof(secret));
        }

        return new ProviderSecret(secret);
    }

    /// <summary>A secret that was kept as a secure string until now.</summary>
    /// <exception cref="ArgumentException">It is empty, or has a control character; the message does not show it.</exception>
    public static ProviderSecret FromSecureString(SecureString secret)
    {
        var memory = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            return FromText(Marshal.PtrToStringUni(memory, secret.Length));
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(memory);
        }
    }

    /// <summary>Three asterisks; never the secret.</summary>
    public override string ToString() => Hidden;

    /// <summary>The secret, for the request that carries it.</summary>
    internal string Reveal() => _text;

    /// <summary>The secret, for a header of HTTP.</summary>
    /// <exception cref="ArgumentException">A header cannot carry it; the message does not show it.</exception>
    internal string ForHeader(string name)
    {
        foreach (var character in _text)
        {
            if (character is <= ' ' or > '~')
                throw new ArgumentException($"The {name} has a character that no such secret has: a space, a line end, or one that is not ASCII.", name);
        }

        return _text;
    }

    /// <summary><paramref name="text"/> with asterisks wherever the secret stands in it.</summary>
    internal string HideIn(string text) => _text.Length < LeastToHide ? text : text.Replace(_text, Hidden);
}
