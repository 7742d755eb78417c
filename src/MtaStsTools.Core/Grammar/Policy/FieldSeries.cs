namespace MtaStsTools.Grammar.Policy;

/// <summary>Several fields on one line with semicolons between, as many articles print a policy.</summary>
internal static class FieldSeries
{
    /// <summary>Whether a field ends at a semicolon behind <paramref name="from"/>, and more follows.</summary>
    public static bool IsSeries(ReadOnlySpan<char> line, int from)
    {
        var end = IndexOfFieldEnd(line, from);
        return end >= 0 && end + 1 + Characters.LeadingWhiteSpace(line.Slice(end + 1)) < line.Length;
    }

    /// <summary>The fields, each as the line that it was meant to be.</summary>
    public static List<PolicyPart> Split(ReadOnlySpan<char> text, PolicyPart series)
    {
        var line = series.Content(text);
        var fields = new List<PolicyPart>();
        for (var start = 0; start < line.Length;)
        {
            var semicolon = IndexOfFieldEnd(line, start);
            var (end, next) = semicolon < 0 ? (line.Length, line.Length) : (semicolon, semicolon + 1);
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

    /// <summary>The next semicolon that ends a field: one with a known field behind it, or with nothing. -1 where there is none.</summary>
    private static int IndexOfFieldEnd(ReadOnlySpan<char> line, int from)
    {
        while (line.Slice(from).IndexOf(';') is var next and >= 0)
        {
            from += next + 1;
            var rest = line.Slice(from + Characters.LeadingWhiteSpace(line.Slice(from)));
            if (rest.Length == 0 || rest[0] == ';' || PolicyFieldNames.BeginsKnownField(rest))
                return from - 1;
        }

        return -1;
    }
}
