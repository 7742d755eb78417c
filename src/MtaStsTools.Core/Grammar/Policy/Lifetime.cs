using System.Globalization;

namespace MtaStsTools.Grammar.Policy;

/// <summary>How long senders remember a policy, assessed in one place for the text, the typed values and the compiler; only the words differ (RFC 8461 §3.2, §8.3).</summary>
/// <param name="mode">The mode that it goes with; <see cref="PolicyMode.Unknown"/> where that is not known.</param>
/// <param name="age">The max_age.</param>
/// <param name="advice">From where on it is worth a warning.</param>
internal readonly struct Lifetime(PolicyMode mode, TimeSpan age, PolicyAdvice advice)
{
    /// <summary>The largest max_age, in seconds: about a year (RFC 8461 §3.2).</summary>
    public const long LargestSeconds = 31_557_600;

    private static readonly TimeSpan Largest = TimeSpan.FromSeconds(LargestSeconds);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public LifetimeProblem Problem =>
        age < TimeSpan.Zero || age > Largest ? LifetimeProblem.OutOfRange
        : age < Second ? LifetimeProblem.Zero
        : mode == PolicyMode.Enforce && age < Day ? LifetimeProblem.UnderADay
        : mode == PolicyMode.Enforce && age < advice.MinimumEnforceMaxAge ? LifetimeProblem.Short
        : mode == PolicyMode.None && age > advice.MaximumNoneMaxAge ? LifetimeProblem.LongForNone
        : LifetimeProblem.None;

    /// <summary>What the text of a policy is told (1xxx), or null.</summary>
    public (Rule Rule, object[] Values)? ForText() => Problem switch
    {
        LifetimeProblem.OutOfRange => (PolicyRules.MaxAgeTooLarge, [Seconds(age)]),
        LifetimeProblem.Zero => (PolicyRules.MaxAgeZero, []),
        LifetimeProblem.UnderADay => (PolicyRules.MaxAgeVeryShort, [Seconds(age)]),
        LifetimeProblem.Short => (PolicyRules.MaxAgeShort, [Seconds(age), Seconds(advice.MinimumEnforceMaxAge)]),
        LifetimeProblem.LongForNone => (PolicyRules.MaxAgeLongForNone, [Seconds(age), Seconds(advice.MaximumNoneMaxAge)]),
        _ => null,
    };

    /// <summary>What the typed values are told (3xxx), or null.</summary>
    public Finding? ForValues() => Problem switch
    {
        LifetimeProblem.OutOfRange => ApiRules.MaxAgeOutOfRange.On(subject: null, InSeconds(age)),
        LifetimeProblem.Zero => ApiRules.MaxAgeZero.On(subject: null),
        LifetimeProblem.UnderADay or LifetimeProblem.Short => ApiRules.EnforceMaxAgeShort.On(subject: null, InSeconds(age), InSeconds(Shortest(advice))),
        LifetimeProblem.LongForNone => ApiRules.NoneMaxAgeLong.On(subject: null, InSeconds(age), InSeconds(advice.MaximumNoneMaxAge)),
        _ => null,
    };

    /// <summary>The lifetime nearest to the advice that nobody warns of, or null where the advice leaves none.</summary>
    public static TimeSpan? Usual(PolicyMode mode, PolicyAdvice advice)
    {
        var advised = mode == PolicyMode.None ? advice.MaximumNoneMaxAge : Shortest(advice);
        return advised <= TimeSpan.Zero ? null : advised < Largest ? advised : Largest;
    }

    private static TimeSpan Shortest(PolicyAdvice advice) => advice.MinimumEnforceMaxAge > Day ? advice.MinimumEnforceMaxAge : Day;

    /// <summary>As it is typed, and in the unit of the text.</summary>
    private static string InSeconds(TimeSpan time)
    {
        var words = DurationText.Of(time);
        return words.EndsWith(" s", StringComparison.Ordinal) ? words : $"{words} ({Seconds(time).ToString(CultureInfo.InvariantCulture)} s)";
    }

    private static long Seconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerSecond;
}
