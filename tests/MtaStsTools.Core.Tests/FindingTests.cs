using System.Text.Json;

namespace MtaStsTools.Core.Tests;

public class FindingTests
{
    private const string Text = "version: STSv1\nmode: enforce;\nmx: mail.example.com.\nmax_age: 604800\n";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public void Findings_of_one_text_are_equal_whether_their_fix_was_asked_for_or_not()
    {
        var asked = MtaStsPolicy.Validate(Text);
        Assert.All(asked, finding => Assert.NotNull(finding.Fix));

        Assert.Equal(asked, MtaStsPolicy.Validate(Text));
        Assert.Equal(asked.Select(finding => finding.GetHashCode()), MtaStsPolicy.Validate(Text).Select(finding => finding.GetHashCode()));
    }

    [Fact]
    public void Findings_with_another_fix_are_not_equal()
    {
        var finding = MtaStsPolicy.Validate(Text)[0];
        Assert.NotEqual(finding, finding with { Fix = null });
        Assert.Equal(finding, finding with { Fix = new TextFix(finding.Fix!.Offset, finding.Fix.Length, finding.Fix.NewText) });
    }

    [Fact]
    public void A_finding_is_the_same_when_written_as_JSON_and_read_again()
    {
        var finding = MtaStsPolicy.Validate(Text)[0];
        Assert.Equal(finding, JsonSerializer.Deserialize<Finding>(JsonSerializer.Serialize(finding, Web), Web));
    }

    [Fact]
    public void A_changed_severity_keeps_the_fix() =>
        Assert.Equal(new TextFix(21, 8, "enforce"), (MtaStsPolicy.Validate(Text)[0] with { Severity = Severity.Info }).Fix);

    [Fact]
    public void Assessing_does_no_work_on_fixes()
    {
        var finding = MtaStsPolicy.Validate("mx: bücher.example\n").First(finding => finding.Id == "MTASTS1043");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotNull(finding.Fix);
        var asked = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotNull(finding.Fix);

        Assert.True(asked > before, "The fix was there before anybody asked for it.");
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - asked);
    }
}
