namespace MtaStsTools;

/// <summary>From where on a lifetime is worth a warning. The RFC asks for "weeks or greater" and sets no figure.</summary>
public sealed record PolicyAdvice
{
    /// <summary>A week for <c>enforce</c>, a day for <c>none</c>.</summary>
    public static PolicyAdvice Default { get; } = new();

    /// <summary>The shortest max_age that <c>enforce</c> may have without a warning; a week. Under a day it always warns (RFC 8461 §3.2).</summary>
    public TimeSpan MinimumEnforceMaxAge { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The longest max_age that <c>none</c> may have without a warning; a day, the RFC's own example of a small one (RFC 8461 §8.3).</summary>
    public TimeSpan MaximumNoneMaxAge { get; init; } = TimeSpan.FromDays(1);
}
