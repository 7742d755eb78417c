namespace MtaStsTools.Core.Tests;

public class MxPatternTests
{
    [Theory]
    [InlineData("*.192.0.2.1")]
    [InlineData("192.0.2.1")]
    [InlineData("*.[2001:db8::1]")]
    [InlineData("2001:db8::1")]
    public void An_address_is_no_pattern_behind_a_wildcard_either(string text)
    {
        Assert.Equal("MTASTS1045", Assert.Single(Assert.Throws<MtaStsFormatException>(() => MxPattern.Parse(text)).Findings).Id);
        Assert.False(MtaStsPolicy.TryParse($"version: STSv1\nmode: enforce\nmx: {text}\nmax_age: 604800\n", out var policy, out var findings));
        Assert.Equal(("MTASTS1045", 33, text.Length), (Assert.Single(findings).Id, findings[0].Offset, findings[0].Length));
        Assert.Empty(policy!.Mx);
    }

    [Theory]
    [InlineData("1.2")]
    [InlineData("1.2.3.4.example")]
    [InlineData("1.2.3.4.5")]
    public void Digits_that_are_no_address_make_a_name(string text) => Assert.True(MxPattern.TryParse(text, out _));

    [Fact]
    public void A_last_label_may_have_63_letters_and_no_more()
    {
        Assert.True(MxPattern.TryParse("mx." + new string('a', 63), out _));
        Assert.False(MxPattern.TryParse("mx." + new string('a', 64), out _, out var findings));
        Assert.Equal("MTASTS1051", Assert.Single(findings).Id);
    }

    [Fact]
    public void Patterns_are_equal_where_they_cover_the_same_hosts()
    {
        Assert.True((MxPattern)"a.example" == "A.EXAMPLE");
        Assert.True((MxPattern)"a.example" != "b.example");
        Assert.False((MxPattern)"a.example" != "A.example");
        Assert.True((MxPattern?)null == null);
        Assert.False((MxPattern)"a.example" == null);
        Assert.True(null != (MxPattern)"a.example");
        Assert.False(((MxPattern)"a.example").Equals((object)"a.example"));
        Assert.True(((MxPattern)"a.example").Equals((object)(MxPattern)"A.example"));
        Assert.Equal(((MxPattern)"a.example").GetHashCode(), ((MxPattern)"A.EXAMPLE").GetHashCode());
        Assert.NotEqual(new MtaStsPolicy { Mx = ["a.example"] }, new MtaStsPolicy { Mx = ["b.example"] });
    }

    [Theory]
    [InlineData("éxample.com", "MTASTS1043")]
    [InlineData("a\u007Fb.example", "MTASTS1054")]
    [InlineData("a\u0080b.example", "MTASTS1043")]
    public void Characters_at_the_edge_of_ASCII_are_refused_with_their_rule(string text, string id)
    {
        Assert.False(MxPattern.TryParse(text, out _, out var findings));
        Assert.Equal(id, Assert.Single(findings).Id);
    }
}
