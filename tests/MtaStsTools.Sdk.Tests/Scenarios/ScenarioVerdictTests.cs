using System.Reflection;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Scenarios;

/// <summary>
/// Observer and assessor together against every domain of the lab. The table stands in <c>verdicts.txt</c>: scenario, verdict, what senders do
/// with each MX and the rules that have something to say; a severity that differs from the rule's own stands behind it.
/// </summary>
public sealed class ScenarioVerdictTests(ScenarioReports reports) : IClassFixture<ScenarioReports>
{
    private static readonly Dictionary<string, string> Table = ReadTable();

    public static TheoryData<string> Scenarios => [.. Table.Keys];

    [Theory, MemberData(nameof(Scenarios))]
    public void Verdict_outcomes_and_findings_are_as_the_table_says(string scenario) =>
        Assert.Equal(Table[scenario], Row(reports[scenario]));

    [Fact]
    public void Every_scenario_of_the_lab_has_a_row()
    {
        var missing = reports.Names.Except(Table.Keys, StringComparer.Ordinal).Select(name => $"{name} | {Row(reports[name])}");
        Assert.True(!missing.Any(), $"Check these rows and add them to verdicts.txt:\n{string.Join('\n', missing)}");
        Assert.Empty(Table.Keys.Except(reports.Names, StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Scenarios))]
    public void A_report_equals_itself_once_written_and_read(string scenario) =>
        Assert.True(reports[scenario].Equals(ReportJson.DeserializeReport(ReportJson.Serialize(reports[scenario]))), "A member was lost or changed.");

    [Fact]
    public void No_text_of_a_report_can_steer_a_terminal()
    {
        foreach (var finding in reports.Names.SelectMany(name => reports[name].Findings))
        {
            var shown = $"{finding.Message}{finding.Subject}{finding.Evidence}{finding.Remedy}";
            Assert.True(shown.All(c => !char.IsControl(c) && c is not ('\u202E' or '\u009B')), $"{finding.Id} shows a control character.");
        }
    }

    private static string Row(DomainReport report)
    {
        var hosts = string.Join(", ", report.MailExchangers.Select(Host));
        var findings = string.Join(" ", report.Findings.Select(Short).Distinct(StringComparer.Ordinal));
        return $"{report.Verdict} | {(hosts.Length == 0 ? "-" : hosts)} | {(findings.Length == 0 ? "-" : findings)}";
    }

    private static string Host(MxReport host) => host.ResultType is null ? host.Outcome.ToString() : $"{host.Outcome} {host.ResultType}";

    private static string Short(Finding finding)
    {
        var number = finding.Id.Replace("MTASTS", "", StringComparison.Ordinal);
        return RuleCatalog.Get(finding.Id).Severity == finding.Severity ? number : $"{number}={finding.Severity}";
    }

    private static Dictionary<string, string> ReadTable()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("verdicts.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(" | ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
    }
}
