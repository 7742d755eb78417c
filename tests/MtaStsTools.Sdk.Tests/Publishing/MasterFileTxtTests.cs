using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MtaStsTools.Doubles.Dns;
using MtaStsTools.Publishing.Dns;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing;

public sealed class MasterFileTxtTests
{
    [Theory]
    [InlineData("\"v=STSv1; id=1;\"", "v=STSv1; id=1;")]
    [InlineData("\"\"", "")]
    [InlineData("\"abc\" \"def\"", "abcdef")]
    [InlineData("\"abc\"\"def\"", "abcdef")]
    [InlineData("abc\tdef", "abcdef")]
    [InlineData(" \"\\255\\000\\\"\\\\\\a\" ", "\u00FF\u0000\"\\a")]
    [InlineData("\"\u00E9\"", "\u00E9")]
    public void A_text_of_master_files_is_read(string written, string text) => Assert.Equal(text, MasterFileTxt.TryParse(written)?.Text);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\"no end")]
    [InlineData("\"a\"b")]
    [InlineData("a\"b")]
    [InlineData("\"\\")]
    [InlineData("\"\\25\"")]
    [InlineData("\"\\256\"")]
    [InlineData("\"\\2a5\"")]
    [InlineData("\"\u20AC\"")]
    [InlineData("\"\\\u20AC\"")]
    public void Anything_else_is_no_record(string written) => Assert.Null(MasterFileTxt.TryParse(written));

    [Fact]
    public void A_string_holds_255_octets_and_not_256()
    {
        Assert.NotNull(MasterFileTxt.TryParse($"\"{new string('x', 255)}\""));
        Assert.Null(MasterFileTxt.TryParse($"\"{new string('x', 256)}\""));
    }

    [Property]
    public Property Every_value_is_read_as_it_was_written() => Prop.ForAll(
        Gen.ArrayOf(Gen.Choose(0, 255)).Select(octets => new string([.. octets.Select(octet => (char)octet)])).ToArbitrary(),
        text =>
        {
            var value = TxtValue.FromText(text);
            var written = MasterFileTxt.Format(value);
            return value.Equals(MasterFileTxt.TryParse(written)) && MasterFileText.Read(written) == text && written.All(character => character is >= ' ' and <= '~');
        });
}
