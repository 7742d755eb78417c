using MtaStsTools.Aws.Route53;
using Xunit;

namespace MtaStsTools.Cloud.Tests.Aws;

public sealed class TxtPresentationTests
{
    [Theory]
    [InlineData("v=STSv1; id=1;", "\"v=STSv1; id=1;\"")]
    [InlineData("", "\"\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("\u0000\u001B\u007F\u00FF", "\"\\000\\033\\177\\377\"")]
    [InlineData("\\007", "\"\\\\007\"")]
    public void A_value_is_written_as_Route_53_documents_it_and_read_back(string text, string written)
    {
        var value = TxtValue.FromText(text);
        Assert.Equal(written, TxtPresentation.Format(value));
        Assert.Equal(value, TxtPresentation.Parse(written));
    }

    [Fact]
    public void Each_string_has_its_own_marks()
    {
        var value = TxtValue.FromText(new string('x', 300));
        Assert.Equal($"\"{new string('x', 255)}\" \"{new string('x', 45)}\"", TxtPresentation.Format(value));
        Assert.Equal(value, TxtPresentation.Parse(TxtPresentation.Format(value)));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("two words", "twowords")]
    [InlineData("\"a\"  \"b\" ", "ab")]
    [InlineData("\"caf\u00E9\"", "caf\u00E9")]
    [InlineData("\"\u20AC\"", "\u00E2\u0082\u00AC")]
    [InlineData("\"\\9\"", "9")]
    public void What_others_wrote_is_read_too(string written, string text) => Assert.Equal(text, TxtPresentation.Parse(written)?.Text);

    [Theory]
    [InlineData("")]
    [InlineData("\"open")]
    [InlineData("\"\\")]
    [InlineData("\"\\7\"")]
    [InlineData("\"\\38x\"")]
    [InlineData("\"\\777\"")]
    public void What_cannot_be_read_is_told(string written) => Assert.Null(TxtPresentation.Parse(written));

    [Fact]
    public void A_string_longer_than_a_record_has_one_is_told() => Assert.Null(TxtPresentation.Parse($"\"{new string('x', 256)}\""));
}
