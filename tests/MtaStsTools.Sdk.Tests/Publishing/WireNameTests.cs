using MtaStsTools.Dns.Messages;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing;

public sealed class WireNameTests
{
    [Theory]
    [InlineData("example.com", "example.com")]
    [InlineData("example.com.", "example.com")]
    [InlineData("_mta-sts.Example.COM", "_mta-sts.Example.COM")]
    [InlineData(".", ".")]
    public void Text_is_read_and_shown_without_the_final_dot(string text, string shown) =>
        Assert.Equal(shown, WireName.FromText(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a..b")]
    [InlineData(".a")]
    [InlineData("a b")]
    [InlineData("bücher.example")]
    [InlineData("a\\.b")]
    public void Text_that_is_no_name_is_an_argument_error(string text) =>
        Assert.Throws<ArgumentException>(() => WireName.FromText(text));

    [Fact]
    public void A_label_holds_63_octets_and_not_64()
    {
        Assert.Equal(65, WireName.FromText(new string('a', 63)).Octets.Length);
        Assert.Throws<ArgumentException>(() => WireName.FromText(new string('a', 64)));
    }

    [Fact]
    public void A_name_holds_255_octets_and_not_256()
    {
        var label = new string('a', 63);
        var longest = $"{label}.{label}.{label}.{new string('b', 61)}";
        Assert.Equal(255, WireName.FromText(longest).Octets.Length);
        Assert.Throws<ArgumentException>(() => WireName.FromText(longest + "b"));
    }

    [Fact]
    public void Equality_ignores_case_and_nothing_else()
    {
        Assert.Equal(WireName.FromText("MAIL.example.com"), WireName.FromText("mail.EXAMPLE.com."));
        Assert.Equal(WireName.FromText("MAIL.example.com").GetHashCode(), WireName.FromText("mail.EXAMPLE.com.").GetHashCode());
        Assert.NotEqual(WireName.FromText("mail.example.com"), WireName.FromText("mail.example.net"));
        Assert.NotEqual(WireName.FromText("ab.c"), WireName.FromText("a.bc"));
    }

    [Theory]
    [InlineData("a.example.com", "example.com", true)]
    [InlineData("example.com", "EXAMPLE.com", true)]
    [InlineData("anexample.com", "example.com", false)]
    [InlineData("com", "example.com", false)]
    [InlineData("example.com", ".", true)]
    public void Ancestors_are_told_by_whole_labels(string name, string ancestor, bool expected) =>
        Assert.Equal(expected, WireName.FromText(name).IsAtOrBelow(WireName.FromText(ancestor)));

    [Fact]
    public void Octets_that_a_terminal_would_act_on_are_escaped()
    {
        var reader = new DnsReader([4, 0x1B, (byte)'[', (byte)'.', (byte)'\\', 0]);
        Assert.True(reader.TryReadName(out var name));
        Assert.Equal("\\027[\\.\\\\", name.ToString());
    }
}
