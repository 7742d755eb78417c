using MtaStsTools.Reporting;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Reporting.Export;

public sealed class PrometheusTests
{
    [Fact]
    public void Every_line_is_of_the_format_and_every_series_is_there_once()
    {
        var lines = Lines([.. Estate.Lab, .. Estate.Lab, Estate.Hostile]);
        var families = new List<string>();
        var series = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.StartsWith("# HELP ", StringComparison.Ordinal))
            {
                families.Add(line.Split(' ')[2]);
                continue;
            }

            if (line == $"# TYPE {families[^1]} gauge")
                continue;
            Assert.Matches(@"\A[a-z_]+\{[a-z_]+=""([^""\\\n]|\\[\\""n])*""(,[a-z_]+=""([^""\\\n]|\\[\\""n])*"")*\} -?[0-9.E+]+\z", line);
            Assert.StartsWith(families[^1] + "{", line, StringComparison.Ordinal);
            Assert.True(series.Add(line[..line.LastIndexOf(' ')]), line);
        }

        Assert.Equal(families.Distinct(StringComparer.Ordinal), families);
    }

    [Fact]
    public void A_verdict_is_one_and_the_others_are_zero()
    {
        var lines = Lines([FullReport.Create() with { Verdict = Verdict.NotConfigured }]).Where(line => line.StartsWith("mtasts_domain_verdict{", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, lines.Count);
        Assert.EndsWith("verdict=\"not_configured\"} 1", Assert.Single(lines, line => line.EndsWith(" 1", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_has_no_sample() =>
        Assert.DoesNotContain(Lines([FullReport.Create() with { MailFlowsUnderEnforce = null }]), line => line.StartsWith("mtasts_domain_mail_flows", StringComparison.Ordinal));

    private static string[] Lines(IReadOnlyList<DomainReport> reports) => Estate.Write(ReportFormat.Prometheus, reports)[..^1].Split('\n');
}
