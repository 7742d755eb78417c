using System.Globalization;

namespace MtaStsTools.Publishing.Planning;

/// <summary>In what two policies differ for a sender; the order of <c>mx</c> is of no account.</summary>
internal static class PolicyDifferences
{
    /// <summary>The differences of <paramref name="served"/> from <paramref name="wanted"/> in words; null where there are none.</summary>
    public static string? Describe(MtaStsPolicy served, MtaStsPolicy wanted)
    {
        var differences = new List<string>();
        if (served.Mode != wanted.Mode)
            differences.Add($"its mode is '{Name(served.Mode)}' and not '{Name(wanted.Mode)}'");
        if (served.MaxAge != wanted.MaxAge)
            differences.Add($"its max_age is {Seconds(served.MaxAge)} and not {Seconds(wanted.MaxAge)}");
        AddMissing(differences, "it lacks mx ", wanted.Mx, served.Mx);
        AddMissing(differences, "it has the further mx ", served.Mx, wanted.Mx);
        AddMissing(differences, "it lacks the field ", wanted.Extensions, served.Extensions);
        AddMissing(differences, "it has the further field ", served.Extensions, wanted.Extensions);
        return differences.Count == 0 ? null : string.Join("; ", differences);
    }

    private static void AddMissing<T>(List<string> differences, string intro, IEnumerable<T> all, IEnumerable<T> others)
        where T : notnull
    {
        var missing = all.Except(others).ToList();
        if (missing.Count > 0)
            differences.Add(intro + string.Join(", ", missing.Take(5).Select(Show)) + (missing.Count > 5 ? " …" : ""));
    }

    private static string Show<T>(T item) => item is Extension extension ? extension.Name : $"{item}";

    private static string Name(MtaStsMode mode) => mode.ToString().ToLowerInvariant();

    private static string Seconds(TimeSpan span) => ((long)span.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
