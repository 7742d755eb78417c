using System.Globalization;
using System.Text;

namespace MtaStsTools.Publishing.Dns;

/// <summary>TXT records as master files write them (RFC 1035 §5.1): each string between quotation marks, a quotation mark and a backslash behind a backslash, octets that are not printable as three digits behind one.</summary>
internal static class MasterFileTxt
{
    private const int MaxString = 255;

    /// <summary>The strings of <paramref name="value"/>, separated by a space.</summary>
    public static string Format(TxtValue value)
    {
        var text = new StringBuilder();
        var rdata = value.Rdata;
        for (var at = 0; at < rdata.Length;)
        {
            var end = at + 1 + rdata[at];
            text.Append(at == 0 ? "\"" : " \"");
            for (at++; at < end; at++)
            {
                if (rdata[at] is (byte)'"' or (byte)'\\')
                    text.Append('\\').Append((char)rdata[at]);
                else if (rdata[at] is >= (byte)' ' and <= (byte)'~')
                    text.Append((char)rdata[at]);
                else
                    text.Append('\\').Append(rdata[at].ToString("D3", CultureInfo.InvariantCulture));
            }

            text.Append('"');
        }

        return text.ToString();
    }

    /// <summary>The value that <paramref name="text"/> writes; null where it is no such text. A string without quotation marks ends at the next space.</summary>
    public static TxtValue? TryParse(string text)
    {
        var rdata = new List<byte>(text.Length + 1);
        var at = 0;
        while (true)
        {
            while (at < text.Length && text[at] is ' ' or '\t')
                at++;
            if (at >= text.Length)
                return rdata.Count > 0 ? TxtValue.FromRdata([.. rdata]) : null;
            if (!TryReadString(text, ref at, rdata))
                return null;
        }
    }

    /// <summary>The octet at <paramref name="at"/>, escaped or not, and the place behind it; null where there is none, or an escape that is none.</summary>
    public static byte? ReadOctet(string text, ref int at)
    {
        if (text[at] != '\\')
            return Octet(text[at++]);
        if (++at >= text.Length)
            return null;
        if (!IsDigit(text[at]))
            return Octet(text[at++]);
        if (at + 3 > text.Length || !IsDigit(text[at + 1]) || !IsDigit(text[at + 2]))
            return null;
        var number = ((text[at] - '0') * 100) + ((text[at + 1] - '0') * 10) + (text[at + 2] - '0');
        at += 3;
        return Octet(number);
    }

    private static bool TryReadString(string text, ref int at, List<byte> rdata)
    {
        var quoted = text[at] == '"';
        if (quoted)
            at++;
        var start = rdata.Count;
        rdata.Add(0);
        while (at < text.Length && !(quoted ? text[at] == '"' : text[at] is ' ' or '\t'))
        {
            if ((!quoted && text[at] == '"') || ReadOctet(text, ref at) is not { } octet)
                return false;
            rdata.Add(octet);
        }

        var length = rdata.Count - start - 1;
        if (length > MaxString || (quoted && at >= text.Length))
            return false;
        rdata[start] = (byte)length;
        if (quoted)
            at++;
        return !quoted || at >= text.Length || text[at] is ' ' or '\t' or '"';
    }

    private static byte? Octet(int number) => number <= byte.MaxValue ? (byte)number : null;

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
