using System.Text.Json;
using MtaStsTools.Reporting;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Reporting.Export;

public sealed class SarifTests
{
    [Fact]
    public void Every_finding_is_a_result_of_a_rule_with_its_page()
    {
        using var log = JsonDocument.Parse(Estate.Write(ReportFormat.Sarif, Estate.Lab));
        var run = log.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        var results = run.GetProperty("results").EnumerateArray().ToList();

        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        Assert.Equal(Estate.Lab.SelectMany(report => report.Findings).Select(finding => finding.Id), results.Select(result => result.GetProperty("ruleId").GetString()));
        Assert.All(results, result => Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        Assert.All(rules, rule => Assert.True(RuleCatalog.TryGet(rule.GetProperty("id").GetString()!, out var known) && known.HelpUri.AbsoluteUri == rule.GetProperty("helpUri").GetString()));
    }

    [Fact]
    public void A_finding_about_a_file_has_its_region()
    {
        using var log = JsonDocument.Parse(Estate.WriteFindings(ReportFormat.Sarif, PolicyRules.ByteOrderMark.At("\ufefftext", 0, 1) with { Subject = @"policies\a b.txt" }));
        var location = log.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation");

        Assert.Equal("policies/a%20b.txt", location.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(1, location.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal(1, location.GetProperty("region").GetProperty("charLength").GetInt32());
    }

    [Fact]
    public void The_same_finding_of_another_run_has_the_same_fingerprint_and_another_finding_another()
    {
        var first = Fingerprints(Estate.Lab);
        Assert.Equal(first, Fingerprints([.. Estate.Lab.Select(report => report with { ObservedAt = report.ObservedAt.AddDays(1) })]));
        Assert.True(first.Distinct(StringComparer.Ordinal).Count() > first.Count * 9 / 10);
    }

    [Fact]
    public void Addresses_are_URIs_whatever_the_names()
    {
        foreach (var address in Locations([.. Estate.Lab, Estate.Hostile]))
            Assert.Matches(@"\A([A-Za-z0-9\-._~:/?=]|%[0-9A-F]{2})+\z", address);
    }

    private static List<string> Fingerprints(IReadOnlyList<DomainReport> reports) =>
        Results(reports, result => result.GetProperty("partialFingerprints").GetProperty("ruleAndPlace/v1").GetString()!);

    private static List<string> Locations(IReadOnlyList<DomainReport> reports) => Results(
        reports, result => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!);

    private static List<string> Results(IReadOnlyList<DomainReport> reports, Func<JsonElement, string> select)
    {
        using var log = JsonDocument.Parse(Estate.Write(ReportFormat.Sarif, reports));
        return [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(select)];
    }
}
