using System.Reflection;
using System.Text.Json.Nodes;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Reporting;

/// <summary>The files of <c>Saved</c> were written by version 1 and stay readable; leaving out what is not known is the contract.</summary>
public sealed class LeftOutTests
{
    [Fact]
    public void A_saved_report_of_version_1_is_read_and_says_what_it_said()
    {
        var report = ReportJson.DeserializeReport(Saved("report-1.json"));

        Assert.Equal(("example.com", Verdict.Warning, MtaStsMode.Enforce, DaneStatus.Matches), (report.Domain, report.Verdict, report.Mode, report.MailExchangers[0].Dane));
        Assert.Equal(report.Verdict, DomainAssessor.Assess(report.Observation).Verdict);
    }

    [Fact]
    public void A_saved_observation_of_version_1_is_read_and_can_be_assessed() =>
        Assert.Equal(DaneStatus.Matches, DomainAssessor.Assess(ReportJson.DeserializeObservation(Saved("observation-1.json"))).MailExchangers[0].Dane);

    public static TheoryData<string, string> Members => new(
        from file in new[] { "report-1.json", "observation-1.json" }
        from path in Paths(JsonNode.Parse(Saved(file))!)
        select (file, path));

    [Theory, MemberData(nameof(Members))]
    public void A_member_left_out_has_its_default_or_is_missed_by_its_path(string file, string path)
    {
        var json = JsonNode.Parse(Saved(file))!;
        Remove(json, path);
        try
        {
            var report = file.StartsWith("report", StringComparison.Ordinal) ? ReportJson.DeserializeReport(json.ToJsonString()) : DomainAssessor.Assess(ReportJson.DeserializeObservation(json.ToJsonString()));
            DomainAssessor.Assess(report.Observation);
            Assert.NotEqual(0, report.GetHashCode());
            Assert.NotEmpty(ReportJson.Serialize(report));
        }
        catch (ReportFormatException exception)
        {
            Assert.Contains(path == "$.schemaVersion" ? "schemaVersion" : path[..path.LastIndexOf('.')], exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\"aliases\": [", "\"aliases\": [null,", "$.record.lookup.aliases[0]")]
    [InlineData("\"domain\": \"example.com\"", "\"domain\": null", "$.domain")]
    [InlineData("\"records\": [\n      {", "\"records\": [\n      {}, null, {", "$.record.records[1]")]
    public void A_null_is_refused_by_its_path(string text, string spoiled, string path)
    {
        var json = Saved("observation-1.json");
        var at = json.IndexOf(text, StringComparison.Ordinal);

        Assert.Contains(path, Assert.Throws<ReportFormatException>(() => ReportJson.DeserializeObservation(json[..at] + spoiled + json[(at + text.Length)..])).Message, StringComparison.Ordinal);
    }

    private static string Saved(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> Paths(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Paths(member.Value!).Prepend(member.Value!.GetPath())),
        JsonArray items => items.SelectMany(item => Paths(item!)),
        _ => [],
    };

    private static void Remove(JsonNode root, string path)
    {
        var parent = Nodes(root).First(node => node is JsonObject members && members.Any(member => member.Value!.GetPath() == path));
        parent.AsObject().Remove(path[(path.LastIndexOf('.') + 1)..]);
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Nodes(member.Value!)).Prepend(node),
        JsonArray items => items.SelectMany(item => Nodes(item!)).Prepend(node),
        _ => [node],
    };
}
