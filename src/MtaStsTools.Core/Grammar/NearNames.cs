namespace MtaStsTools.Grammar;

/// <summary>Finds the known field name that an unknown one nearly is.</summary>
internal static class NearNames
{
    private static readonly string[] PolicyNames = ["version", "mode", "max_age", "mx"];

    /// <summary>The most characters that a name has more than the one that it nearly is.</summary>
    private const int MostMore = 4;

    public static NearName? ForPolicy(ReadOnlySpan<char> name)
    {
        foreach (var known in PolicyNames)
        {
            if (Compare(name, known) is { } near)
                return near;
        }

        return null;
    }

    /// <summary>Whether it is certainly one of the names of a policy, but for case and what separates its words.</summary>
    public static bool IsCertainForPolicy(ReadOnlySpan<char> name)
    {
        foreach (var known in PolicyNames)
        {
            if (name.Length <= known.Length + MostMore && IsSameButForSeparators(name, known))
                return true;
        }

        return false;
    }

    public static NearName? ForRecord(ReadOnlySpan<char> name, string known) => Compare(name, known);

    private static NearName? Compare(ReadOnlySpan<char> name, string known)
    {
        if (name.Length > known.Length + MostMore || name.SequenceEqual(known.AsSpan()))
            return null;
        if (IsSameButForSeparators(name, known))
            return new NearName(known, IsCertain: true);
        // Two letters are near to too much: of "mx" only the letters with one more beside them are near, of "id" nothing is.
        var tolerance = known.Length switch { > 4 => 2, > 2 => 1, _ => known == "mx" && name.Length == 3 ? 1 : 0 };
        return tolerance > 0 && Distance(name, known) <= tolerance ? new NearName(known, IsCertain: false) : null;
    }

    private static bool IsSameButForSeparators(ReadOnlySpan<char> name, string known)
    {
        var k = 0;
        foreach (var c in name)
        {
            if (IsSeparator(c))
                continue;
            while (k < known.Length && IsSeparator(known[k]))
                k++;
            if (k == known.Length || char.ToLowerInvariant(c) != known[k++])
                return false;
        }

        return k == known.Length;
    }

    private static bool IsSeparator(char c) => c is '_' or '-' or '.' or ' ';

    /// <summary>Levenshtein distance, case ignored.</summary>
    private static int Distance(ReadOnlySpan<char> a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToLowerInvariant(a[i - 1]) == b[j - 1] ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + cost));
            }
        }

        return row[b.Length];
    }
}
