namespace MtaStsTools.Core.Tests;

public class RuaTests
{
    private const string Start = "v=TLSRPTv1; rua=";

    [Theory]
    [InlineData("mailto:a@example.com")]
    [InlineData("MAILTO:a@example.com?subject=x")]
    [InlineData("mailto:a%2Cb@example.com")]
    [InlineData("mailto:a@[192.0.2.1]")]
    [InlineData("https://example.com")]
    [InlineData("https://example.com/%2F")]
    [InlineData("https://example.com/%aF%09")]
    [InlineData("https://example.com:8443/r")]
    [InlineData("https://example.com:12345")]
    [InlineData("https://example.com?x=/:@#y")]
    [InlineData("https://user@example.com/r")]
    [InlineData("https://[2001:db8::1]/r")]
    [InlineData("https://[2001:db8::1]:443/r")]
    public void Addresses_of_the_grammar_are_taken(string address)
    {
        Assert.True(TlsRptRecord.TryParse(Start + address, out var record, out var findings));
        Assert.Empty(findings);
        Assert.Equal([address], record.Rua);
    }

    [Theory]
    [InlineData("https://example.com:x/r")]
    [InlineData("https://example.com:1x/r")]
    [InlineData("https://example.com:123456/r")]
    [InlineData("https://example.com:1234567/r")]
    [InlineData("https://example.com/%4")]
    [InlineData("https://example.com/%")]
    [InlineData("https://example.com/%4G")]
    [InlineData("https://example.com/%G4")]
    [InlineData("https://example.com/a!b")]
    [InlineData("https:example.com")]
    [InlineData("https:/example.com")]
    [InlineData("https://")]
    [InlineData("https:///r")]
    [InlineData("https://-example.com/")]
    [InlineData("https://a_b.example/")]
    [InlineData("https://[2001:db8::x]/r")]
    [InlineData("mailto:")]
    [InlineData("mailto:example.com")]
    [InlineData("mailto:@example.com")]
    [InlineData("mailto:a@b@example.com")]
    [InlineData("mailto:a@")]
    [InlineData("mailto:a@example.com?subject=%4")]
    public void What_is_no_address_is_told_at_its_place(string address)
    {
        Assert.False(TlsRptRecord.TryParse(Start + address, out _, out var findings));
        var finding = Assert.Single(findings);
        Assert.Equal((TlsRptRules.RuaMalformed.Id, Start.Length, address.Length), (finding.Id, finding.Offset, finding.Length));
        Assert.Null(finding.Fix);
    }

    [Theory]
    [InlineData("a@example.com", "mailto:a@example.com")]
    [InlineData("mailto:a@example.com!10m", "mailto:a@example.com")]
    [InlineData("mailto:a@example.com!5", "mailto:a@example.com")]
    [InlineData("https://example.com/r!2G", "https://example.com/r")]
    [InlineData("mailto:a@example.com,", "mailto:a@example.com")]
    [InlineData(",mailto:a@example.com", "mailto:a@example.com")]
    [InlineData("mailto:a@example.com,,https://b.example", "mailto:a@example.com,https://b.example")]
    public void What_is_certainly_meant_has_a_fix(string address, string corrected)
    {
        var fix = Assert.Single(TlsRptRecord.Validate(Start + address)).Fix!;
        Assert.Equal(Start + corrected, (Start + address).Remove(fix.Offset, fix.Length).Insert(fix.Offset, fix.NewText));
        Assert.Empty(TlsRptRecord.Validate(Start + corrected));
    }

    [Theory]
    [InlineData("example.com")]
    [InlineData("ftp://example.com")]
    [InlineData("http://example.com/r")]
    [InlineData("mailto:a@example.com!10x")]
    [InlineData("mailto:a@example.com!m")]
    [InlineData("mailto:a@example.com!")]
    [InlineData("mailto:@example.com!10m")]
    public void What_is_not_certain_has_none(string address) => Assert.Null(Assert.Single(TlsRptRecord.Validate(Start + address)).Fix);
}
