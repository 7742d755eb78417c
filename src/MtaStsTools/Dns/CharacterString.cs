using System.Text;

namespace MtaStsTools.Dns;

/// <summary>Character strings of TXT records (RFC 1035 §3.3.14), which are octets and no text of any encoding.</summary>
internal static class CharacterString
{
    private const char Replacement = '\uFFFD';

    /// <summary>The octets as Latin-1, from the two readings that the library offers.</summary>
    /// <param name="text">The octets read as UTF-8, which loses those that are none.</param>
    /// <param name="escaped">
    /// The octets as ASCII, those outside it as <c>\ddd</c> and a quotation mark as <c>\"</c>. The backslash itself is not escaped, so this reading alone would take the four
    /// characters <c>\007</c> for one octet.
    /// </param>
    public static string Read(string text, string escaped)
    {
        var octets = new StringBuilder(escaped.Length);
        if (text.IndexOf(Replacement) < 0)
        {
            foreach (var octet in Encoding.UTF8.GetBytes(text))
                octets.Append((char)octet);
            return octets.ToString();
        }

        for (var i = 0; i < escaped.Length; i++)
        {
            if (EscapedOctet(escaped, i) is { } octet)
            {
                octets.Append(octet);
                i += 3;
            }
            else if (escaped[i] != '\\' || i + 1 == escaped.Length || escaped[i + 1] != '"')
            {
                octets.Append(escaped[i]);
            }
        }

        return octets.ToString();
    }

    /// <summary>The octet that <c>\ddd</c> stands for, or null; printable ones are never written so.</summary>
    private static char? EscapedOctet(string text, int at)
    {
        if (text[at] != '\\' || at + 3 >= text.Length)
            return null;
        var value = 0;
        for (var i = at + 1; i <= at + 3; i++)
        {
            if (text[i] is < '0' or > '9')
                return null;
            value = (value * 10) + text[i] - '0';
        }

        return value is < ' ' or (> '~' and <= byte.MaxValue) ? (char)value : null;
    }
}
