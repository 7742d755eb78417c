using MtaStsTools.Grammar;

namespace MtaStsTools.Core.Tests;

public class FixCostTests
{
    [Fact]
    public void All_fixes_of_a_text_share_what_makes_them()
    {
        var faults = default(FaultBuffer);
        faults.Add(PolicyRules.BlankLine, 0, 1, 1);
        faults.Add(PolicyRules.BlankLine, 1, 1, 2);
        var fixers = 0;

        var findings = faults.ToFindings("\n\n", _ =>
        {
            fixers++;
            return fault => new TextFix(fault.Offset, fault.Length, "");
        });

        Assert.Equal([0, 1], findings.Select(finding => finding.Fix!.Offset));
        Assert.Equal(1, fixers);
    }

    [Fact]
    public void A_value_that_fills_a_policy_is_copied_once_for_all_fixes_of_it()
    {
        var text = "version: STSv1\nmode: enforce\nmax_age: 604800\nmx: " + new string('!', 60_000);
        var findings = MtaStsPolicy.Validate(text);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.All(findings, finding => Assert.Null(finding.Fix));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 160 * text.Length);
    }
}
