using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MtaStsTools.Analyzers;

/// <summary>The lifetimes that an <c>.editorconfig</c> sets for a file: seconds (<c>604800</c>), a number with s, m, h, d or w (<c>7d</c>), or a TimeSpan (<c>7.00:00:00</c>).</summary>
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
        options.TryGetValue(key, out var text) ? Parse(text.Trim()) : null;

    /// <summary>Null for what is no duration, or one that no max_age can have: the default stands then.</summary>
    internal static TimeSpan? Parse(string text)
    {
        if (text.IndexOf(':') >= 0)
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && IsInRange(span) ? span : null;
        var unit = text.Length == 0 ? 0 : char.ToLowerInvariant(text[text.Length - 1]) switch { 's' => 1, 'm' => 60, 'h' => 3_600, 'd' => 86_400, 'w' => 604_800, _ => 0 };
        var digits = unit == 0 ? text : text.Substring(0, text.Length - 1);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Grammar.Policy.PolicyGrammar.LargestMaxAge / Math.Max(unit, 1)
            ? TimeSpan.FromSeconds(number * Math.Max(unit, 1))
            : null;
    }

    private static bool IsInRange(TimeSpan span) => span >= TimeSpan.Zero && span.TotalSeconds <= Grammar.Policy.PolicyGrammar.LargestMaxAge;
}
