namespace MtaStsTools.Grammar.Policy;

/// <summary>Recognises comments, which a policy has none of.</summary>
internal static class Comments
{
    /// <summary>Whether the line is nothing but a comment.</summary>
    public static bool IsComment(ReadOnlySpan<char> line) => line.Slice(Characters.LeadingWhiteSpace(line)) is { Length: > 0 } content && content[0] == '#';

    /// <summary>Where a comment begins behind a value, or in place of one; -1 where there is none.</summary>
    public static int IndexBehindValue(ReadOnlySpan<char> value)
    {
        for (var i = value.IndexOf('#'); i >= 0 && i < value.Length; i++)
        {
            if (value[i] == '#' && (i == 0 || Characters.IsWhiteSpace(value[i - 1])))
                return i;
        }

        return -1;
    }

    /// <summary>The lines of comment that begin with the one given: how many they are, where the last one's text ends, and the place behind them.</summary>
    public static (int Lines, int End, int Next) RunFrom(ReadOnlySpan<char> text, in PolicyPart first)
    {
        var (lines, end, next) = (1, first.End, first.LineEnd);
        while (next < text.Length && LineIn(text.Slice(next)) is var line && IsComment(line))
        {
            lines++;
            end = next + Characters.TrimEndOfWhiteSpace(line.TrimEnd('\r')).Length;
            next = Math.Min(text.Length, next + line.Length + 1);
        }

        return (lines, end, next);
    }

    /// <summary>The first line, its LF not included.</summary>
    public static ReadOnlySpan<char> LineIn(ReadOnlySpan<char> text) => text.IndexOf('\n') is var end and >= 0 ? text.Slice(0, end) : text;
}
