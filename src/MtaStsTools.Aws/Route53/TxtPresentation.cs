using System.Globalization;
using System.Text;

namespace MtaStsTools.Aws.Route53;

/// <summary>
/// A TXT value as Route 53 writes it: its strings in quotation marks with a blank between, a quotation mark and a backslash behind a backslash, and octets that
/// are not printable by three octal digits. Zone files have decimal ones there (RFC 1035 §5.1).
/// </summary>
internal static class TxtPresentation
{
    private const int MaxStringLength = 255;

    /// <summary>The text of <paramref name="value"/>.</summary>
    public static string Format(TxtValue value)
    {
        var text = new StringBuilder();
        var rdata = value.Rdata;
        for (var at = 0; at < rdata.Length; at += 1 + rdata[at])
        {
            text.Append(at == 0 ? "\"" : " \"");
            foreach (var octet in rdata.Slice(at + 1, rdata[at]))
                AppendOctet(text, octet);
            text.Append('"');
        }

        return text.ToString();
    }

    /// <summary>The value that <paramref name="text"/> writes; null where it cannot be read.</summary>
    public static TxtValue? Parse(string text)
    {
        var rdata = new List<byte>();
        for (var at = 0; ;)
        {
            while (at < text.Length && text[at] == ' ')
                at++;
            if (at == text.Length)
                return TxtValue.FromRdata([.. rdata]);
            if (ReadString(text, ref at) is not { Count: <= MaxStringLength } octets)
                return null;
            rdata.Add((byte)octets.Count);
            rdata.AddRange(octets);
        }
    }

    private static void AppendOctet(StringBuilder text, byte octet)
    {
        if (octet is (byte)'"' or (byte)'\\')
            text.Append('\\').Append((char)octet);
        else if (octet is >= (byte)' ' and < 0x7F)
            text.Append((char)octet);
        else
            text.Append('\\').Append(Convert.ToString(octet, 8).PadLeft(3, '0'));
    }

    // A string without quotation marks ends with a blank.
    private static List<byte>? ReadString(string text, ref int at)
    {
        var octets = new List<byte>();
        var quoted = text[at] == '"';
        if (quoted)
            at++;
        while (at < text.Length)
        {
            var character = text[at++];
            if (quoted ? character == '"' : character == ' ')
                return octets;
            if (character == '\\' && !TryReadEscape(text, ref at, out character))
                return null;
            if (character <= 0xFF)
                octets.Add((byte)character);
            else
                octets.AddRange(Encoding.UTF8.GetBytes([character]));
        }

        return quoted ? null : octets;
    }

    private static bool TryReadEscape(string text, ref int at, out char character)
    {
        character = '\0';
        if (at == text.Length)
            return false;
        character = text[at];
        if (character is < '0' or > '7')
        {
            at++;
            return true;
        }

        if (at + 3 > text.Length)
            return false;
        var octet = 0;
        foreach (var digit in text.Substring(at, 3))
        {
            if (digit is < '0' or > '7')
                return false;
            octet = (octet * 8) + (digit - '0');
        }

        at += 3;
        character = (char)octet;
        return octet <= 0xFF;
    }
}
