using System.Text;

namespace MtaStsTools.Observation.Dns;

/// <summary>Character strings of TXT records (RFC 1035 §3.3.14), which are octets and no text of any encoding.</summary>
internal static class CharacterString
{
    /// <summary>The octets, as Latin-1, of a string in the escaped form of master files (RFC 1035 §5.1): <c>\034</c> or <c>\"</c>.</summary>
    public static string Unescape(string escaped)
    {
        if (escaped.IndexOf('\\') < 0)
            return escaped;

        var octets = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\' || i + 1 == escaped.Length)
                octets.Append(escaped[i]);
            else if (i + 3 < escaped.Length && IsDigit(escaped[i + 1]) && IsDigit(escaped[i + 2]) && IsDigit(escaped[i + 3]))
            {
                octets.Append((char)((((escaped[i + 1] - '0') * 10) + escaped[i + 2] - '0') * 10 + escaped[i + 3] - '0'));
                i += 3;
            }
            else
                octets.Append(escaped[++i]);
        }

        return octets.ToString();
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
