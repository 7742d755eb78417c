namespace MtaStsTools.Core.Tests;

public class DomainNameTests
{
    [Theory]
    [InlineData("Example.COM.", "example.com", "example.com")]
    [InlineData("bücher.example", "xn--bcher-kva.example", "bücher.example")]
    [InlineData("BÜCHER.example", "xn--bcher-kva.example", "bücher.example")]
    [InlineData("xn--bcher-kva.example", "xn--bcher-kva.example", "bücher.example")]
    [InlineData("пошта.укр", "xn--80a1acn3a.xn--j1amh", "пошта.укр")]
    [InlineData("例え。テスト", "xn--r8jz45g.xn--zckzah", "例え.テスト")]
    [InlineData("localhost", "localhost", "localhost")]
    public void Both_forms_of_a_name_are_one_name(string text, string ascii, string unicode)
    {
        var name = DomainName.Parse(text);
        Assert.Equal(ascii, name.Ascii);
        Assert.Equal(unicode, name.Unicode);
        Assert.Equal(DomainName.Parse(unicode), name);
    }

    [Theory]
    [InlineData("", "MTASTS2201")]
    [InlineData(".", "MTASTS2201")]
    [InlineData("a..example", "MTASTS2202")]
    [InlineData(".example", "MTASTS2202")]
    [InlineData("a_b.example", "MTASTS2205")]
    [InlineData("a b", "MTASTS2205")]
    [InlineData("user@example.com", "MTASTS2205")]
    [InlineData("-a.example", "MTASTS2206")]
    [InlineData("a-.example", "MTASTS2206")]
    [InlineData("example.com-", "MTASTS2206")]
    [InlineData("a\u007Fb.example", "MTASTS2205")]
    [InlineData("a\u200Eb.example", "MTASTS2207")]
    [InlineData("192.0.2.1", "MTASTS2208")]
    [InlineData("[2001:db8::1]", "MTASTS2208")]
    public void What_is_no_name_is_refused_with_its_rule(string text, string id)
    {
        Assert.False(DomainName.TryParse(text, out _, out var findings));
        Assert.Equal(id, Assert.Single(findings).Id);
    }

    [Fact]
    public void Lengths_are_limited()
    {
        Assert.Equal("MTASTS2203", Assert.Single(Refused(new string('a', 64) + ".example")).Id);
        Assert.Equal("MTASTS2204", Assert.Single(Refused(string.Join('.', Enumerable.Repeat("abcdefg", 32)))).Id);
        Assert.True(DomainName.TryParse(new string('a', 63) + ".example", out _));
    }

    [Fact]
    public void The_parent_is_the_name_without_its_first_label()
    {
        Assert.Equal("example.com", DomainName.Parse("a.example.com").Parent!.Ascii);
        Assert.Null(DomainName.Parse("com").Parent);
    }

    private static IReadOnlyList<Finding> Refused(string text)
    {
        Assert.False(DomainName.TryParse(text, out _, out var findings));
        return findings;
    }
}
