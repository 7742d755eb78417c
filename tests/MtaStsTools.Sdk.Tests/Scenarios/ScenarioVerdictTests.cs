using Xunit;

namespace MtaStsTools.Sdk.Tests.Scenarios;

/// <summary>
/// Observer and assessor together against every domain of the lab, held against <see cref="VerdictTable"/>.
/// </summary>
public sealed class ScenarioVerdictTests(ScenarioReports reports) : IClassFixture<ScenarioReports>
{
    public static TheoryData<string> Scenarios => [.. VerdictTable.Rows.Keys];

    [Theory, MemberData(nameof(Scenarios))]
    public void Verdict_outcomes_and_findings_are_as_the_table_says(string scenario) =>
        Assert.Equal(VerdictTable.Rows[scenario], VerdictTable.Row(reports[scenario]));

    [Fact]
    public void Every_scenario_of_the_lab_has_a_row()
    {
        var missing = reports.Names.Except(VerdictTable.Rows.Keys, StringComparer.Ordinal).Select(name => $"{name} | {VerdictTable.Row(reports[name])}");
        Assert.True(!missing.Any(), $"Check these rows and add them to verdicts.txt:\n{string.Join('\n', missing)}");
        Assert.Empty(VerdictTable.Rows.Keys.Except(reports.Names, StringComparer.Ordinal));
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
}
