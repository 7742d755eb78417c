using System.Text;

namespace MtaStsTools.Net.Tls;

/// <summary>
/// Reads the dNSName entries of a subject alternative name extension (RFC 5280 §4.2.1.6). By hand, because .NET Framework gives them only
/// as text in the language of the system.
/// </summary>
internal static class SubjectAlternativeNames
{
    public const string Oid = "2.5.29.17";

    private const byte Sequence = 0x30;
    private const byte DnsName = 0x82;

    /// <summary>More names than any authority puts into a certificate.</summary>
    private const int MaxNames = 1000;

    /// <summary>The names, octets as Latin-1; what follows a malformed entry is left out.</summary>
    public static List<string> Read(ReadOnlySpan<byte> extension)
    {
        var names = new List<string>();
        if (!TryTake(ref extension, out var tag, out var entries) || tag != Sequence)
            return names;
        while (names.Count < MaxNames && TryTake(ref entries, out tag, out var value))
            if (tag == DnsName)
                names.Add(ToText(value));
        return names;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> der, out byte tag, out ReadOnlySpan<byte> value)
    {
        tag = 0;
        value = default;
        if (der.Length < 2)
            return false;
        tag = der[0];
        int length = der[1];
        var header = 2;
        if (length >= 0x80)
        {
            var octets = length & 0x7F;
            if (octets is 0 or > 3 || der.Length < 2 + octets)
                return false;
            length = 0;
            for (; octets > 0; octets--)
                length = (length << 8) | der[header++];
        }

        if (der.Length - header < length)
            return false;
        value = der.Slice(header, length);
        der = der.Slice(header + length);
        return true;
    }

    private static string ToText(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder(octets.Length);
        foreach (var octet in octets)
            text.Append((char)octet);
        return text.ToString();
    }
}
