using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Tests.Text;

/// <summary>What is remembered from one keystroke to the next: what is still asked for, and never without bound.</summary>
public sealed class RecentResultsTests
{
    private readonly RecentResults<string, string> _results = new(key => key.Length);

    [Fact]
    public void A_result_is_remembered()
    {
        Assert.False(_results.TryGet("a", out _));
        Assert.Equal("1", _results.Keep("a", "1"));
        Assert.True(_results.TryGet("a", out var known));
        Assert.Equal("1", known);
    }

    [Fact]
    public void What_is_asked_for_outlives_what_is_not()
    {
        _results.Keep("asked", "1");
        _results.Keep("forgotten", "2");
        for (var i = 0; i < 4 * RecentResults<string, string>.Most; i++)
        {
            _results.Keep($"other {i}", "3");
            Assert.True(_results.TryGet("asked", out _));
        }

        Assert.False(_results.TryGet("forgotten", out _));
        Assert.False(_results.TryGet("other 0", out _));
    }

    [Fact]
    public void A_long_text_is_not_kept()
    {
        var text = new string('a', RecentResults<string, string>.Longest + 1);
        _results.Keep(text, "1");
        Assert.False(_results.TryGet(text, out _));
    }
}
