using Xunit;

namespace MtaStsTools.Sdk.Tests.Scenarios;

/// <summary>The assessor alone against what was once observed of the lab: fast enough to be asked of every mutation.</summary>
public sealed class ReplayTests
{
    private const string HowToRecord =
        $"Record the lab anew: {RecordedObservations.RecordTo}=tests/MtaStsTools.Sdk.Tests/Scenarios/observations.jsonl.br dotnet run --project tests/MtaStsTools.Sdk.Tests -- -class '*ScenarioVerdictTests'";

    public static TheoryData<string> Scenarios => [.. RecordedObservations.All.Keys];

    [Theory, MemberData(nameof(Scenarios))]
    public void A_recorded_observation_is_assessed_as_the_table_says(string scenario)
    {
        var row = VerdictTable.Row(DomainAssessor.Assess(RecordedObservations.All[scenario]));
        Assert.True(VerdictTable.Rows[scenario] == row, $"{row}\n{HowToRecord}");
    }

    [Fact]
    public void Every_scenario_is_recorded() =>
        Assert.True(VerdictTable.Rows.Keys.Order(StringComparer.Ordinal).SequenceEqual(RecordedObservations.All.Keys.Order(StringComparer.Ordinal)), HowToRecord);
}
