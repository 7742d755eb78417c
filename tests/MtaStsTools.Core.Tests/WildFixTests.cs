namespace MtaStsTools.Core.Tests;

/// <summary>What becomes of mistakes that people really make: a fix only where the result is right.</summary>
public class WildFixTests
{
    [Theory]
    [InlineData("version: STSv1\nmode: enforced\nmx: a.example\nmax_age: 604800\n", "version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 604800\n")]
    [InlineData("version: STSv1\nmode: test\nmx: a.example\nmax_age: 604800\n", "version: STSv1\nmode: testing\nmx: a.example\nmax_age: 604800\n")]
    [InlineData("version: STSv1\nmode: <enforce>\nmx: a.example\nmax_age: 604800\n", "version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 604800\n")]
    [InlineData("version: STSv1\nmode: [Testing]\nmx: a.example\nmax_age: 604800\n", "version: STSv1\nmode: testing\nmx: a.example\nmax_age: 604800\n")]
    [InlineData("version: STSv1\nmode: enforce\nmx: Priority 5: a.example\nmax_age: 604800\n", "version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 604800\n")]
    [InlineData("version: STSv1\nmode: enforce\nmx: 10 a.example.\nmax_age: 604800\n", "version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 604800\n")]
    [InlineData("version: STSv1\nmode: enforce\n# mx: b.example\n # c\nmx: a.example\nmax_age: 604800\n", "version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 604800\n")]
    [InlineData("version: STSv1\nmode: enforce  # d\nmx: a.example\nmax_age: 604800\n", "version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 604800\n")]
    [InlineData("version: STSv1\\nmode: enforce\\nmx: a.example\\nmax_age: 604800\\n", "version: STSv1\r\nmode: enforce\r\nmx: a.example\r\nmax_age: 604800")]
    [InlineData("  version: STSv1\n  mode: enforce\n  mx: a.example\n  max_age: 604800\n", "version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 604800\n")]
    [InlineData("version: STSv1\n\tmode: enforce\nmx: a.example\n \tmax_age: 604800\n x: y", "version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 604800\nx: y")]
    public void The_only_finding_has_the_fix_that_makes_a_good_policy(string text, string corrected)
    {
        var fix = Assert.Single(MtaStsPolicy.Validate(text)).Fix!;
        Assert.Equal(corrected, text.Remove(fix.Offset, fix.Length).Insert(fix.Offset, fix.NewText));
        Assert.Empty(MtaStsPolicy.Validate(corrected));
    }

    [Fact]
    public void An_indented_policy_is_told_once_with_how_many_lines_are()
    {
        Assert.Contains("before 'version' and before 3 more.", Assert.Single(MtaStsPolicy.Validate(" version: STSv1\n mode: enforce\n mx: a.example\n max_age: 604800\n")).Message, StringComparison.Ordinal);
        Assert.EndsWith("before 'mode'.", Assert.Single(MtaStsPolicy.Validate("version: STSv1\n mode: enforce\nmx: a.example\nmax_age: 604800\n")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\nlayout: none\n---\nversion: STSv1\nmode: enforce\nmx: a.example\nmax_age: 604800\n", "MTASTS1014")]
    [InlineData("version: STSv1\nmode: on\nmx: a.example\nmax_age: 604800\n", "MTASTS1022")]
    [InlineData("version: STSv1\nmode: live\nmx: a.example\nmax_age: 604800\n", "MTASTS1022")]
    [InlineData("version: STSv1\nmode: [enforce|testing|none]\nmx: a.example\nmax_age: 604800\n", "MTASTS1023")]
    [InlineData("version: STSv1\nmode: (testing / enforce)\nmx: a.example\nmax_age: 604800\n", "MTASTS1023")]
    [InlineData("version: STSv1\nmode: testing or enforce\nmx: a.example\nmax_age: 604800\n", "MTASTS1023")]
    [InlineData("version: STSv1\nmode: enforce,testing\nmax_age: 604800\n", "MTASTS1023")]
    [InlineData("version: STSv1\nmode: {{ mode }}\nmx: a.example\nmax_age: 604800\n", "MTASTS1023")]
    [InlineData("version: STSv1\nmode: %MODE%\nmx: a.example\nmax_age: 604800\n", "MTASTS1023")]
    [InlineData("version: STSv1\nmode: <on>\nmx: a.example\nmax_age: 604800\n", "MTASTS1023")]
    [InlineData("version: STSv1\nmode: enforce or off\nmx: a.example\nmax_age: 604800\n", "MTASTS1021")]
    [InlineData("version: STSv1\nmode: or\nmx: a.example\nmax_age: 604800\n", "MTASTS1021")]
    [InlineData("version: STSv1\nmode: enforce\nmx: .\nmax_age: 604800\n", "MTASTS1067")]
    [InlineData("version: STSv1\nmode: enforce\nmx: mail.your-domain.com\nmax_age: 604800\n", "MTASTS1068")]
    [InlineData("<!DOCTYPE html><title>404</title>", "MTASTS1013")]
    [InlineData("{\"mode\": \"enforce\"}", "MTASTS1013")]
    [InlineData("\"v=STSv1; id=1;\"", "MTASTS1013")]
    [InlineData("", "MTASTS1013")]
    public void The_only_finding_has_no_fix_where_none_is_certain(string text, string id)
    {
        var finding = Assert.Single(MtaStsPolicy.Validate(text));
        Assert.Equal((id, null), (finding.Id, finding.Fix));
    }
}
