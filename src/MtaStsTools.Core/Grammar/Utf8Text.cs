using System.Text;

namespace MtaStsTools.Grammar;

/// <summary>UTF-8 as a body has it (RFC 3629 §4).</summary>
internal static class Utf8Text
{
    /// <summary>Number of code units of <paramref name="text"/> that fit into <paramref name="octets"/> octets of UTF-8.</summary>
    public static int PrefixOf(ReadOnlySpan<char> text, int octets)
    {
        var i = 0;
        while (i < text.Length)
        {
            var pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            octets -= pair ? 4 : text[i] < 0x80 ? 1 : text[i] < 0x800 ? 2 : 3;
            if (octets < 0)
                return i;
            i += pair ? 2 : 1;
        }

        return i;
    }

    /// <summary>Index of the first octet that begins no well-formed sequence, or -1.</summary>
    /// <remarks>
    /// <code>
    /// UTF8-2 = %xC2-DF UTF8-tail
    /// UTF8-3 = %xE0 %xA0-BF UTF8-tail / %xE1-EC 2(UTF8-tail) / %xED %x80-9F UTF8-tail / %xEE-EF 2(UTF8-tail)
    /// UTF8-4 = %xF0 %x90-BF 2(UTF8-tail) / %xF1-F3 3(UTF8-tail) / %xF4 %x80-8F 2(UTF8-tail)
    /// UTF8-tail = %x80-BF
    /// </code>
    /// </remarks>
    public static int IndexOfInvalid(ReadOnlySpan<byte> octets)
    {
#if NET8_0_OR_GREATER
        // Nearly every body is ASCII, and that is told many octets at once.
        if (Ascii.IsValid(octets))
            return -1;
#endif
        var i = 0;
        while (i < octets.Length)
        {
            var first = octets[i];
            if (first < 0x80)
            {
                i++;
                continue;
            }

            var length = SequenceLength(first);
            if (length == 0 || i + length > octets.Length || !IsSecond(first, octets[i + 1]))
                return i;
            for (var k = 2; k < length; k++)
            {
                if (octets[i + k] is < 0x80 or > 0xBF)
                    return i;
            }

            i += length;
        }

        return -1;
    }

    /// <summary>The longest prefix of at most <paramref name="limit"/> octets that cuts no sequence.</summary>
    public static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> octets, int limit)
    {
        if (octets.Length <= limit)
            return octets;
        var end = limit;
        while (end > limit - 4 && octets[end] is >= 0x80 and <= 0xBF)
            end--;
        return octets.Slice(0, end);
    }

    /// <summary>The text, every invalid octet as U+FFFD; UTF-16 with its byte order mark is recognised so that the rest can be assessed too.</summary>
    public static string Decode(ReadOnlySpan<byte> octets)
    {
        if (octets.Length >= 2 && octets.Length % 2 == 0 && (octets[0], octets[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
            return Decode(octets.Slice(2), octets[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode);
        return Decode(octets, Encoding.UTF8);
    }

    /// <summary>Number of code units that the first <paramref name="octets"/> make.</summary>
    public static int Length(ReadOnlySpan<byte> octets) => Decode(octets, Encoding.UTF8).Length;

    private static string Decode(ReadOnlySpan<byte> octets, Encoding encoding) =>
#if NET8_0_OR_GREATER
        encoding.GetString(octets);
#else
        encoding.GetString(octets.ToArray());
#endif

    private static int SequenceLength(byte first) => first switch
    {
        >= 0xC2 and <= 0xDF => 2,
        >= 0xE0 and <= 0xEF => 3,
        >= 0xF0 and <= 0xF4 => 4,
        _ => 0,
    };

    private static bool IsSecond(byte first, byte second) => first switch
    {
        0xE0 => second is >= 0xA0 and <= 0xBF,
        0xED => second is >= 0x80 and <= 0x9F,
        0xF0 => second is >= 0x90 and <= 0xBF,
        0xF4 => second is >= 0x80 and <= 0x8F,
        _ => second is >= 0x80 and <= 0xBF,
    };
}
