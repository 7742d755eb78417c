using FsCheck.Xunit;
using MtaStsTools.Sdk.Tests.Assessment;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Reporting;

public sealed class ReportJsonTests
{
    private static readonly string Json = ReportJson.Serialize(Seen.Sound());

    [Fact]
    public void Names_are_in_camel_case_enumerations_are_words_durations_are_seconds_and_nothing_is_null()
    {
        Assert.Contains("\"schemaVersion\": 1", Json, StringComparison.Ordinal);
        Assert.Contains("\"outcome\": \"tlsEstablished\"", Json, StringComparison.Ordinal);
        Assert.Contains("\"ttl\": 3600", Json, StringComparison.Ordinal);
        Assert.Contains("\"duration\": 0.1234567", Json, StringComparison.Ordinal);
        Assert.DoesNotContain("null", Json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_and_its_patterns_stand_in_a_report_as_values()
    {
        var json = ReportJson.Serialize(DomainAssessor.Assess(Seen.Sound()));

        Assert.Contains("\"maxAge\": 2592000", json, StringComparison.Ordinal);
        Assert.Contains($"\"coveredBy\": \"{Seen.Mx}\"", json, StringComparison.Ordinal);
        Assert.Equal(MtaStsPolicy.Parse(Seen.PolicyText("enforce", Seen.Mx)), ReportJson.DeserializeReport(json).Policy);
    }

    public static TheoryData<DomainReport> Reports => [FullReport.Create(), .. RuleCases.All.Values.Select(seen => DomainAssessor.Assess(seen))];

    [Theory, MemberData(nameof(Reports))]
    public void A_report_equals_itself_once_written_and_read(DomainReport report)
    {
        var read = ReportJson.DeserializeReport(ReportJson.Serialize(report));

        Assert.True(report.Equals(read), "A member was lost or changed.");
        Assert.Equal(report.GetHashCode(), read.GetHashCode());
        Assert.False(report.Equals(read with { Observation = read.Observation with { MailExchangers = [] } }) && report.Observation.MailExchangers.Count > 0);
    }

    [Fact]
    public void A_later_version_is_refused_by_name()
    {
        var exception = Assert.Throws<ReportFormatException>(() => ReportJson.DeserializeObservation(Json.Replace("\"schemaVersion\": 1", "\"schemaVersion\": 2", StringComparison.Ordinal)));

        Assert.Contains("version 2", exception.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> Hostile =>
    [
        "", " ", "null", "[]", "{}", "\"text\"", "{\"schemaVersion\":1}", "{\"schemaVersion\":\"1\"}", "{\"schemaVersion\":0}", "{\"schemaVersion\":1.5}", "{\"schemaVersion\":99999999999}",
        new string('[', 100_000), string.Concat(Enumerable.Repeat("{\"a\":", 1000)), Json[..^10], Json + Json,
        Json.Replace("\"tlsEstablished\"", "7", StringComparison.Ordinal), Json.Replace("\"tlsEstablished\"", "\"\\u001b[31m\"", StringComparison.Ordinal),
        Json.Replace("\"ttl\": 3600", "\"ttl\": 1e28", StringComparison.Ordinal), Json.Replace("\"records\": [", "\"records\": [null,", StringComparison.Ordinal),
        Json.Replace($"\"domain\": \"{Seen.Domain}\"", "\"domain\": null", StringComparison.Ordinal), new string(' ', ReportJson.MaxLength + 1),
    ];

    [Theory, MemberData(nameof(Hostile))]
    public void Anything_else_is_one_kind_of_exception_with_a_message_that_is_safe_to_show(string json)
    {
        foreach (var read in new Action[] { () => ReportJson.DeserializeObservation(json), () => ReportJson.DeserializeReport(json) })
            Assert.DoesNotContain(Assert.Throws<ReportFormatException>(read).Message, char.IsControl);
    }

    [Property(MaxTest = 300)]
    public void A_spoiled_text_is_refused_or_can_be_assessed(int at, char c)
    {
        var i = (int)((uint)at % (uint)Json.Length);
        try
        {
            DomainAssessor.Assess(ReportJson.DeserializeObservation(Json[..i] + c + Json[(i + 1)..]));
        }
        catch (ReportFormatException)
        {
            // The only exception there may be.
        }
    }

    [Fact]
    public void Texts_that_are_promised_to_be_safe_are_safe_again_after_reading()
    {
        var seen = Seen.Sound().WithSession(session => session with { Banner = "\u001b]0;title\u0007" });

        var read = ReportJson.DeserializeObservation(ReportJson.Serialize(seen));

        Assert.Equal("\\u001B]0;title\\u0007", read.MailExchangers[0].Sessions[0].Banner);
    }

    [Fact]
    public void Octets_of_a_TXT_record_come_back_as_they_were()
    {
        var seen = Seen.Sound().WithRecord("v=STSv1; id=1; x=\u00ff\u0000\u001b");

        Assert.Equal(seen.Record.Records[0].Text, ReportJson.DeserializeObservation(ReportJson.Serialize(seen)).Record.Records[0].Text);
    }
}
