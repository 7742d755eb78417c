namespace MtaStsTools.Core.Tests;

public sealed class LifetimeTests
{
    private static readonly PolicyAdvice Advice = new() { MinimumEnforceMaxAge = TimeSpan.FromDays(10), MaximumNoneMaxAge = TimeSpan.FromHours(6) };

    /// <summary>Mode, seconds, and the rules of the text and of the typed values; at every threshold and a second beside it.</summary>
    public static TheoryData<MtaStsMode, long, string?, string?> Cases => new()
    {
        { MtaStsMode.Enforce, -1, "MTASTS1031", "MTASTS3003" },
        { MtaStsMode.Enforce, 0, "MTASTS1033", "MTASTS3010" },
        { MtaStsMode.Enforce, 1, "MTASTS1035", "MTASTS3001" },
        { MtaStsMode.Enforce, 86_399, "MTASTS1035", "MTASTS3001" },
        { MtaStsMode.Enforce, 86_400, "MTASTS1034", "MTASTS3001" },
        { MtaStsMode.Enforce, 863_999, "MTASTS1034", "MTASTS3001" },
        { MtaStsMode.Enforce, 864_000, null, null },
        { MtaStsMode.Enforce, 31_557_600, null, null },
        { MtaStsMode.Enforce, 31_557_601, "MTASTS1032", "MTASTS3003" },
        { MtaStsMode.Testing, 0, "MTASTS1033", "MTASTS3010" },
        { MtaStsMode.Testing, 1, null, null },
        { MtaStsMode.Testing, 31_557_600, null, null },
        { MtaStsMode.None, 0, "MTASTS1033", "MTASTS3010" },
        { MtaStsMode.None, 1, null, null },
        { MtaStsMode.None, 21_600, null, null },
        { MtaStsMode.None, 21_601, "MTASTS1036", "MTASTS3002" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Text_and_typed_values_are_told_the_same_each_in_its_words(MtaStsMode mode, long seconds, string? inText, string? inValues)
    {
        var policy = new MtaStsPolicy { Mode = mode, MaxAge = TimeSpan.FromSeconds(seconds), Mx = ["mx.example.com"] };

        Assert.Equal(inText is null ? [] : [inText], MtaStsPolicy.Validate(policy.ToString(), Advice).Select(finding => finding.Id));
        Assert.Equal(inValues is null ? [] : [inValues], policy.Validate(Advice).Select(finding => finding.Id));
        if (inText is not null)
            Assert.Equal(inValues, RuleCatalog.Get(inText).TypedForm?.Id);
    }

    [Fact]
    public void A_lifetime_is_shown_as_a_TimeSpan_is_written_and_in_the_unit_of_the_text() =>
        Assert.Contains("MaxAge is 5 days (432000 s); less than 10 days (864000 s)", Assert.Single(
            new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(5), Mx = ["mx.example.com"] }.Validate(Advice)).Message, StringComparison.Ordinal);

    [Fact]
    public void Less_than_a_second_is_zero_on_the_wire() =>
        Assert.Equal("MTASTS3010", Assert.Single(
            new MtaStsPolicy { Mode = MtaStsMode.Testing, MaxAge = TimeSpan.FromTicks(TimeSpan.TicksPerSecond - 1), Mx = ["mx.example.com"] }.Validate(Advice)).Id);
}
