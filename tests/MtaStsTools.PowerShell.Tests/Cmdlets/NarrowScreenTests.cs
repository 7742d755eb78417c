using System.Text.RegularExpressions;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>80 columns in the culture of <c>LANG=C.UTF-8</c>, where the engine breaks lines in the middle of words.</summary>
public sealed partial class NarrowScreenTests(LabFixture lab)
{
    [Theory]
    [InlineData("Test-MtaStsDomain uncovered-backup-mx.test, invalid-policy.test, servfail.test")]
    [InlineData("(Test-MtaStsDomain uncovered-backup-mx.test, mx-expired.test, wildcard-mx.test).MailExchangers")]
    [InlineData("(Test-MtaStsDomain uncovered-backup-mx.test, invalid-policy.test, redirect.test).Findings")]
    [InlineData("(Test-MtaStsDomain uncovered-backup-mx.test).Observation")]
    [InlineData("New-MtaStsPolicy Testing mail.example.com, mail1.example.com, mail2.example.com, mail3.example.com, mail4.example.com")]
    [InlineData("New-TlsRptRecord reports@example.com, more@example.com")]
    public void No_word_and_no_date_is_cut(string script)
    {
        using var wide = lab.Open(2000, culture: "");
        using var narrow = lab.Open(80, culture: "");
        var words = Words().Matches(wide.Render(script)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

        var screen = narrow.Render(script);

        Assert.All(screen.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.All(Words().Matches(screen).Select(match => match.Value), word => Assert.Contains(word, words));
    }

    [Theory]
    [InlineData("$report")]
    [InlineData("$report.MailExchangers")]
    [InlineData("$report.Findings")]
    [InlineData("$report.Observation")]
    public void A_word_that_is_wider_than_the_screen_goes_on_below_and_nothing_of_it_is_lost(string script)
    {
        var name = $"{string.Join('.', Enumerable.Range(0, 6).Select(i => new string((char)('a' + i), 30)))}.test";
        using var narrow = lab.Open(80, culture: "");
        narrow.Run($$"""
            $seen = (Test-MtaStsDomain uncovered-backup-mx.test -AsJson).Replace('uncovered-backup-mx.test', '{{name}}')
            $report = Test-MtaStsDomain -Observation $seen
            """).ThrowIfFailed();

        var screen = narrow.Render(script);

        Assert.All(screen.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Contains(name, string.Concat(screen.Where(character => !char.IsWhiteSpace(character))), StringComparison.Ordinal);
        Assert.DoesNotContain("…", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_fits_on_a_line()
    {
        using var session = lab.Open(80, culture: "");

        var screen = session.Render("Get-MtaStsRule");

        Assert.All(RuleCatalog.All, rule => Assert.Contains(rule.Title + "\n", screen + "\n", StringComparison.Ordinal));
    }

    // Durations and ports differ from run to run.
    [GeneratedRegex(@"[^\s\d]*[A-Za-z][^\s\d]*(?=\s|$)|\d{4}-\d\d-\d\d", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
