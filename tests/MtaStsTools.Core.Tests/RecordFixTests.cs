namespace MtaStsTools.Core.Tests;

/// <summary>Where a record's finding has a fix, what that makes, and where it must not have one.</summary>
public class RecordFixTests
{
    [Theory]
    [InlineData("v=STSv1 ; id=1", "v=STSv1; id=1")]
    [InlineData("V=STSv1; id=1", "v=STSv1; id=1")]
    [InlineData("v = stsv1; id=1", "v=STSv1; id=1")]
    [InlineData("\"v=STSv1; id=1\"", "v=STSv1; id=1")]
    [InlineData("\"v=STSv1;\" \" id=1\"", "v=STSv1; id=1")]
    [InlineData("v=STSv1; id=1;;", "v=STSv1; id=1;")]
    [InlineData("v=STSv1; id=1 ", "v=STSv1; id=1")]
    [InlineData("v=STSv1; id = 1", "v=STSv1; id=1")]
    [InlineData("v=STSv1; id:1; x=y", "v=STSv1; id=1; x=y")]
    [InlineData("v=STSv1; id=1; id=2; x=y", "v=STSv1; id=1; x=y")]
    [InlineData("v=STSv1; id=1; x=y; x=z", "v=STSv1; id=1; x=y;")]
    [InlineData("v=STSv1; id=2026-01-31", "v=STSv1; id=20260131")]
    public void The_only_finding_has_the_fix_that_makes_a_good_record(string text, string corrected)
    {
        var fix = Assert.Single(MtaStsRecord.Validate(text)).Fix!;
        Assert.Equal(corrected, text.Remove(fix.Offset, fix.Length).Insert(fix.Offset, fix.NewText));
        Assert.Empty(MtaStsRecord.Validate(corrected));
    }

    [Fact]
    public void A_name_but_for_its_case_is_written_only_where_no_field_has_the_right_one()
    {
        Assert.Equal("id", FixOf(RecordRules.NearlyKnownField, "v=STSv1; ID=1").Single()!.NewText);
        Assert.Null(FixOf(RecordRules.NearlyKnownField, "v=STSv1; id=1; ID=2").Single());
        Assert.Null(FixOf(RecordRules.NearlyKnownField, "v=STSv1; ID=2; id=1").Single());
        Assert.Null(FixOf(RecordRules.NearlyKnownField, "v=STSv1; id = 1; ID=2").Single());
        Assert.Null(FixOf(RecordRules.NearlyKnownField, "v=STSv1; ID=1; ID=2").Single());
    }

    [Theory]
    [InlineData("v=STSv1")]
    [InlineData("v=STSv2; id=1")]
    [InlineData("\"v=STSv1; id=1")]
    [InlineData("\"v=STSv1; x=\"a\"; id=1\"")]
    [InlineData("v=STSv1; id=")]
    [InlineData("v=STSv1; id=--")]
    [InlineData("v=STSv1; id=123456789012345678901234567890-123")]
    [InlineData("v=STSv1; id=1; =x")]
    [InlineData("v=STSv1; id=1; x")]
    [InlineData("v=STSv1; id=1; x =;")]
    public void What_is_not_certain_has_none(string text) => Assert.All(MtaStsRecord.Validate(text), finding => Assert.Null(finding.Fix));

    private static IEnumerable<TextFix?> FixOf(Rule rule, string text) => MtaStsRecord.Validate(text).Where(finding => finding.IsOf(rule)).Select(finding => finding.Fix);
}
