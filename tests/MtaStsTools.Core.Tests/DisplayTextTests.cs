namespace MtaStsTools.Core.Tests;

public class DisplayTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("\u001B[31mred", "\\u001B[31mred")]
    [InlineData("a\r\nb\tc\0", "a\\u000D\\u000Ab\\u0009c\\u0000")]
    [InlineData("\u0085\u009B", "\\u0085\\u009B")]
    [InlineData("\u2028\u2029", "\\u2028\\u2029")]
    [InlineData("evil\u202Etxt.exe", "evil\\u202Etxt.exe")]
    [InlineData("\uFEFFbom", "\\uFEFFbom")]
    [InlineData("Grüße 日本 😀", "Grüße 日本 😀")]
    [InlineData("\uE000", "\\uE000")]
    public void Nothing_reaches_a_terminal_that_could_command_it(string text, string shown) => Assert.Equal(shown, DisplayText.Sanitize(text));

    [Fact]
    public void Long_text_is_cut()
    {
        Assert.Equal(new string('a', 200) + "…", DisplayText.Sanitize(new string('a', 5000)));
        Assert.Equal(new string('a', 200), DisplayText.Sanitize(new string('a', 200)));
        Assert.Equal("\\uD83D!", DisplayText.Sanitize("\uD83D!"));
        Assert.Equal("😀…", DisplayText.Sanitize("😀😀", 2));
    }

    [Fact]
    public void Findings_are_safe_to_display()
    {
        var finding = Assert.Single(MtaStsRecord.Validate("v=STSv1; id=\u001B]0;"), finding => finding.Id == "MTASTS2006");
        Assert.DoesNotContain('\u001B', finding.Message + finding.Evidence + finding);
        Assert.Equal("a\\u0007", RecordRules.NoRecord.On("a\a", 0).Subject);
    }
}
