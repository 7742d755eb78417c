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

    [Theory]
    [InlineData("a\u200Bb\u200D\u2060\u00AD", "a\\u200Bb\\u200D\\u2060\\u00AD")]
    [InlineData("a\u034Fb", "a\\u034Fb")]
    [InlineData("x\uFE0F\uFE00", "x\\uFE0F\\uFE00")]
    [InlineData("x\U000E0100", "x\\uDB40\\uDD00")]
    [InlineData("\u115F\u1160\u3164\uFFA0", "\\u115F\\u1160\\u3164\\uFFA0")]
    [InlineData("\u17B4\u17B5\u180B\u180F", "\\u17B4\\u17B5\\u180B\\u180F")]
    [InlineData("\u2800", "\\u2800")]
    [InlineData("\U0001D159\U00016FE4", "\\uD834\\uDD59\\uD81B\\uDFE4")]
    [InlineData("\U000E0041", "\\uDB40\\uDC41")]
    [InlineData("\u1161\u3163\u27FF\u2801\uFDFF\uFE10", "\u1161\u3163\u27FF\u2801\uFDFF\uFE10")]
    public void What_draws_nothing_is_shown_as_an_escape(string text, string shown) => Assert.Equal(shown, DisplayText.Sanitize(text));

    [Theory]
    [InlineData("a\u00A0b", "a\\u00A0b")]
    [InlineData("\u3000\u2003\u202F\u1680", "\\u3000\\u2003\\u202F\\u1680")]
    [InlineData("a b", "a b")]
    [InlineData("é b\u2003", "é b\\u2003")]
    public void Only_the_space_looks_like_a_space(string text, string shown) => Assert.Equal(shown, DisplayText.Sanitize(text));

    [Theory]
    [InlineData("e\u0301", "e\u0301")]
    [InlineData("e\u0301\u0323", "e\u0301\u0323")]
    [InlineData("e\u0301\u0323\u0302\u0303x\u0301", "e\u0301\u0323\\u0302\\u0303x\u0301")]
    [InlineData("\u0301e", "\\u0301e")]
    [InlineData(" \u0301", " \\u0301")]
    [InlineData("é \u0301", "é \\u0301")]
    [InlineData("\u200B\u0301", "\\u200B\\u0301")]
    [InlineData("a\u20DD\u20DE\u20DF", "a\u20DD\u20DE\\u20DF")]
    public void Marks_stand_on_a_letter_and_do_not_pile_up(string text, string shown) => Assert.Equal(shown, DisplayText.Sanitize(text));

    [Fact]
    public void An_extension_is_safe_to_display() =>
        Assert.Equal("note: a\\u202Eb\\u2800", new Extension("note", "a\u202Eb\u2800").ToString());

    [Fact]
    public void What_was_made_safe_once_stays_as_it_is()
    {
        foreach (var code in Enumerable.Range(0, 0x11000).Where(unit => unit is < 0xD800 or > 0xDFFF))
        {
            var shown = DisplayText.Sanitize(char.ConvertFromUtf32(code) + "x");
            Assert.Equal(shown, DisplayText.Sanitize(shown));
        }
    }

    [Fact]
    public void Long_text_is_cut()
    {
        Assert.Equal(new string('a', 200) + "…", DisplayText.Sanitize(new string('a', 5000)));
        Assert.Equal(new string('a', 200), DisplayText.Sanitize(new string('a', 200)));
        Assert.Equal("\\uD83D!", DisplayText.Sanitize("\uD83D!"));
        Assert.Equal("😀…", DisplayText.Sanitize("😀😀", 2));
        Assert.Equal("é…", DisplayText.Sanitize("éa", 1));
        Assert.Equal("a…", DisplayText.Sanitize("aé", 1));
    }

    [Fact]
    public void Findings_are_safe_to_display()
    {
        var finding = Assert.Single(MtaStsRecord.Validate("v=STSv1; id=\u001B]0;"), finding => finding.Id == "MTASTS2006");
        Assert.DoesNotContain('\u001B', finding.Message + finding.Evidence + finding);
        Assert.Equal("a\\u0007", RecordRules.NoRecord.On("a\a", 0).Subject);
    }
}
