using System.Globalization;
using System.Text;

namespace MtaStsTools.Dns.Messages;

/// <summary>A domain name as DNS carries it: length-prefixed labels, at most 255 octets with the root (RFC 1035 §3.1). Equality ignores ASCII case.</summary>
internal sealed class WireName : IEquatable<WireName>
{
    public const int MaxLength = 255;
    public const int MaxLabelLength = 63;

    public static readonly WireName Root = new([0]);

    private readonly byte[] _octets;

    private WireName(byte[] octets) => _octets = octets;

    /// <summary>The labels with their length octets, uncompressed, the root's zero octet last.</summary>
    public ReadOnlySpan<byte> Octets => _octets;

    public bool IsRoot => _octets.Length == 1;

    public WireName Parent => IsRoot ? this : new WireName(_octets.AsSpan(1 + _octets[0]).ToArray());

    /// <summary>Reads a name as people write it: ASCII labels between dots, an optional final dot, no escapes.</summary>
    /// <exception cref="ArgumentException">A label is empty, over 63 octets or not printable ASCII, or the whole is over 255 octets.</exception>
    public static WireName FromText(string text)
    {
        var trimmed = text is [.., '.'] ? text.Substring(0, text.Length - 1) : text;
        if (trimmed.Length == 0)
            return text.Length == 1 ? Root : throw Malformed(text);

        var octets = new List<byte>(trimmed.Length + 2);
        foreach (var label in trimmed.Split('.'))
        {
            if (label.Length is 0 or > MaxLabelLength)
                throw Malformed(text);
            octets.Add((byte)label.Length);
            foreach (var c in label)
                octets.Add(c is > ' ' and <= '~' and not '\\' ? (byte)c : throw Malformed(text));
        }

        octets.Add(0);
        return octets.Count <= MaxLength ? new WireName([.. octets]) : throw Malformed(text);
    }

    /// <summary>The name one label below this one; null where that would be too long.</summary>
    public WireName? TryPrepend(string label)
    {
        byte[] octets = [(byte)label.Length, .. Encoding.ASCII.GetBytes(label), .. _octets];
        return octets.Length <= MaxLength ? new WireName(octets) : null;
    }

    /// <summary>Takes over octets that a reader has already checked.</summary>
    internal static WireName FromCheckedOctets(byte[] octets) => octets.Length == 1 ? Root : new WireName(octets);

    /// <summary>The octets in lower case: the canonical form that a TSIG is computed over (RFC 8945 §4.3.3).</summary>
    public byte[] ToCanonicalOctets()
    {
        var canonical = new byte[_octets.Length];
        for (var i = 0; i < canonical.Length; i++)
            canonical[i] = Fold(_octets[i]);
        return canonical;
    }

    /// <summary>Whether this is <paramref name="ancestor"/> or lies below it.</summary>
    public bool IsAtOrBelow(WireName ancestor)
    {
        for (var name = this; name._octets.Length >= ancestor._octets.Length; name = name.Parent)
        {
            if (name.Equals(ancestor))
                return true;
            if (name.IsRoot)
                return false;
        }

        return false;
    }

    // A length octet is at most 63 and so never looks like a letter: folding whole names octet by octet is sound.
    private static byte Fold(byte octet) => octet is >= (byte)'A' and <= (byte)'Z' ? (byte)(octet | 0x20) : octet;

    public bool Equals(WireName? other)
    {
        if (other is null || other._octets.Length != _octets.Length)
            return false;
        for (var i = 0; i < _octets.Length; i++)
        {
            if (Fold(_octets[i]) != Fold(other._octets[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as WireName);

    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var octet in _octets)
            hash = unchecked((hash * 31) + Fold(octet));
        return hash;
    }

    /// <summary>Presentation form without the final dot; octets that are not plain are escaped (RFC 4343 §2.1), so it is safe to show.</summary>
    public override string ToString()
    {
        if (IsRoot)
            return ".";
        var text = new StringBuilder(_octets.Length);
        for (var i = 0; _octets[i] != 0; i += 1 + _octets[i])
        {
            if (i > 0)
                text.Append('.');
            foreach (var octet in _octets.AsSpan(i + 1, _octets[i]))
            {
                if (octet is (byte)'.' or (byte)'\\')
                    text.Append('\\').Append((char)octet);
                else if (octet is > (byte)' ' and <= (byte)'~')
                    text.Append((char)octet);
                else
                    text.Append('\\').Append(octet.ToString("D3", CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }

    private static ArgumentException Malformed(string text) =>
        new($"'{DisplayText.Sanitize(text)}' is not a domain name that DNS can carry.", nameof(text));
}
