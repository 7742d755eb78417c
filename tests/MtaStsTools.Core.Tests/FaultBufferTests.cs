namespace MtaStsTools.Core.Tests;

public class FaultBufferTests
{
    private const string Good = "version: STSv1\nmode: testing\nmx: mail.example.com\nmax_age: 604800\n";

    [Fact]
    public void The_first_hundred_findings_are_listed_and_the_others_counted()
    {
        var findings = MtaStsPolicy.Validate(Good + new string('\n', 150));

        Assert.Equal(101, findings.Count);
        Assert.All(findings.Take(100), finding => Assert.Equal("MTASTS1004", finding.Id));
        Assert.Equal(("MTASTS1069", Severity.Error, Good.Length + 100), (findings[100].Id, findings[100].Severity, findings[100].Offset));
        Assert.Contains("50 more", findings[100].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_findings_need_no_count() =>
        Assert.All(MtaStsPolicy.Validate(Good + new string('\n', 100)), finding => Assert.Equal("MTASTS1004", finding.Id));

    [Fact]
    public void The_first_are_those_of_the_text_and_not_those_found_first()
    {
        var findings = MtaStsPolicy.Validate("version: STSv1\nmode: on\nmx: mail.example.com\n" + new string('\n', 150));

        // The missing max_age spans the whole text and so comes before the mode; both are found last.
        Assert.Equal(["MTASTS1030", "MTASTS1022", "MTASTS1004"], findings.Take(3).Select(finding => finding.Id));
        Assert.Contains("52 more", findings[100].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_count_is_an_Error_only_where_it_counts_one()
    {
        var repeated = string.Concat(Enumerable.Repeat("mode: testing\n", 150));
        Assert.True(MtaStsPolicy.TryParse(Good + repeated, out _, out var findings));
        Assert.Equal(("MTASTS1069", Severity.Warning), (findings[100].Id, findings[100].Severity));

        Assert.False(MtaStsPolicy.TryParse(Good + repeated + "\n", out _, out findings));
        Assert.Equal(("MTASTS1069", Severity.Error), (findings[100].Id, findings[100].Severity));
    }

    [Fact]
    public void Records_and_names_are_bounded_alike()
    {
        Assert.Equal("MTASTS1069", MtaStsRecord.Validate("v=STSv1; id=1;" + new string(';', 150))[100].Id);
        Assert.Equal("MTASTS1069", TlsRptRecord.Validate("v=TLSRPTv1; rua=mailto:a@example.com" + new string(',', 150))[100].Id);
        Assert.False(DomainName.TryParse(string.Concat(Enumerable.Repeat("!a", 150)), out _, out var findings));
        Assert.Equal("MTASTS1069", findings[100].Id);
        Assert.False(MxPattern.TryParse(new string('!', 150), out _, out findings));
        Assert.Equal("MTASTS1069", findings[100].Id);
    }

    [Fact]
    public void Hostile_texts_and_all_their_fixes_cost_memory_in_proportion_to_their_size()
    {
        foreach (var unit in (string[])["\\n", ";", "!", "a=b;", "mx: a.b\n", "mxx: a\n", "# a\n", ", ", "\r", "\t"])
        {
            var (half, whole) = (Cost(unit, 32_000), Cost(unit, 64_000));
            Assert.True(whole < (3 * half) + 100_000, $"{unit}: {half} octets for half of the text, {whole} for all of it");
        }
    }

    private static int CountFixes(string text) => MtaStsPolicy.Validate(text).Count(finding => finding.Fix is not null);

    private static long Cost(string unit, int length)
    {
        var text = "version: STSv1\nmode: enforce\nmx: " + string.Concat(Enumerable.Repeat(unit, length / unit.Length));
        CountFixes(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        CountFixes(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
