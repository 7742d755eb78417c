namespace MtaStsTools.Core.Tests;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("604800", 604_800)]
    [InlineData(" 0 ", 0)]
    [InlineData("60s", 60)]
    [InlineData("90m", 5_400)]
    [InlineData("12H", 43_200)]
    [InlineData("1.5d", 129_600)]
    [InlineData("2w", 1_209_600)]
    [InlineData("7.00:00:00", 604_800)]
    [InlineData("00:01:30", 90)]
    public void A_duration_is_seconds_a_number_with_a_unit_or_a_TimeSpan(string text, double seconds)
    {
        Assert.True(DurationText.TryParse(text, out var duration));
        Assert.Equal(seconds, duration.TotalSeconds);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("2y")]
    [InlineData("-1")]
    [InlineData("-1d")]
    [InlineData("-00:00:01")]
    [InlineData("1e3")]
    [InlineData("1,5d")]
    [InlineData("1d12h")]
    [InlineData("7 weeks")]
    [InlineData("7 d")]
    [InlineData("soon")]
    [InlineData("15250284452w")]
    [InlineData("99999999999999999999999999999999d")]
    [InlineData("10675200.00:00:00")]
    public void What_is_no_duration_or_too_long_for_one_is_refused(string? text) => Assert.False(DurationText.TryParse(text, out _));

    [Theory]
    [InlineData(604_800, "7 days")]
    [InlineData(86_400, "1 day")]
    [InlineData(-86_400, "-1 day")]
    [InlineData(86_401, "86401 s")]
    [InlineData(0, "0 s")]
    [InlineData(0.25, "0.25 s")]
    public void A_duration_is_shown_in_whole_days_or_in_seconds(double seconds, string shown) => Assert.Equal(shown, DurationText.Of(TimeSpan.FromSeconds(seconds)));
}
