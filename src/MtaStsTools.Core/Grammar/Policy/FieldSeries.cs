namespace MtaStsTools.Grammar.Policy;

/// <summary>Several fields on one line: with semicolons between, as many articles print a policy, or with the <c>\n</c> of a string that was never unescaped.</summary>
internal static class FieldSeries
{
    private const char Escape = '\\';

    /// <summary>Whether a field ends behind <paramref name="from"/>, and more follows.</summary>
    public static bool IsSeries(ReadOnlySpan<char> line, int from)
    {
        var (end, next) = NextEnd(line, from);
        return end >= 0 && (line[end] == Escape || next + Characters.LeadingWhiteSpace(line.Slice(next)) < line.Length);
    }

    /// <summary>Whether escaped line ends stand in the line.</summary>
    public static bool HasEscapes(ReadOnlySpan<char> line) => EscapesAt(line, line.IndexOf(Escape)) > 0;

    /// <summary>The fields, each as the line that it was meant to be.</summary>
    public static List<PolicyPart> Split(ReadOnlySpan<char> text, PolicyPart series)
    {
        var line = series.Content(text);
        var fields = new List<PolicyPart>();
        for (var start = 0; start < line.Length;)
        {
            var (end, next) = NextEnd(line, start);
            if (end < 0)
                (end, next) = (line.Length, line.Length);
            var content = start + Characters.LeadingWhiteSpace(line.Slice(start, end - start));
            if (content < end)
            {
                var field = Characters.TrimEndOfWhiteSpace(line.Slice(content, end - content));
                var first = series.Start + content;
                fields.Add(new PolicyPart(series.Start + start, first, first + field.Length, series.Start + next, Characters.IndexOfForbiddenControl(field) >= 0));
            }

            start = next;
        }

        return fields;
    }

    /// <summary>The next end of a field and the place behind it: a semicolon or escapes with a known field behind them, or with nothing. -1 where there is none.</summary>
    private static (int End, int Next) NextEnd(ReadOnlySpan<char> line, int from)
    {
        while (line.Slice(from).IndexOfAny(';', Escape) is var at and >= 0)
        {
            var end = from + at;
            // A run of escapes is looked at once, as a hostile text may be nothing else.
            from = end + Math.Max(1, EscapesAt(line, end));
            if (line[end] == Escape && from == end + 1)
                continue;
            var rest = line.Slice(from + Characters.LeadingWhiteSpace(line.Slice(from)));
            if (rest.Length == 0 || rest[0] == ';' || PolicyFieldNames.BeginsKnownField(rest))
                return (end, from);
        }

        return (-1, -1);
    }

    /// <summary>Length of the <c>\r</c> and <c>\n</c> that stand at a place as two letters each.</summary>
    private static int EscapesAt(ReadOnlySpan<char> line, int at)
    {
        var length = 0;
        while (at >= 0 && at + length + 1 < line.Length && line[at + length] == Escape && line[at + length + 1] is 'r' or 'n')
            length += 2;
        return length;
    }
}
