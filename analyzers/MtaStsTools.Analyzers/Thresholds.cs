using Microsoft.CodeAnalysis.Diagnostics;

namespace MtaStsTools.Analyzers;

/// <summary>The lifetimes that an <c>.editorconfig</c> sets for a file, in every form that <see cref="DurationText"/> reads.</summary>
internal static class Thresholds
{
    public const string MinimumEnforce = "mtasts.min_enforce_max_age";
    public const string MaximumNone = "mtasts.max_none_max_age";

    public static PolicyAdvice Read(AnalyzerConfigOptions options)
    {
        var advice = PolicyAdvice.Default;
        if (Read(options, MinimumEnforce) is { } shortest)
            advice = advice with { MinimumEnforceMaxAge = shortest };
        if (Read(options, MaximumNone) is { } longest)
            advice = advice with { MaximumNoneMaxAge = longest };
        return advice;
    }

    private static TimeSpan? Read(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var text) ? Parse(text) : null;

    /// <summary>Null for what is no duration, or one that no max_age can have: the default stands then.</summary>
    internal static TimeSpan? Parse(string text) =>
        DurationText.TryParse(text, out var duration) && duration <= MtaStsPolicy.LargestMaxAge ? duration : null;
}
