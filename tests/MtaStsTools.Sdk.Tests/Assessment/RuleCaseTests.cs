using Xunit;

namespace MtaStsTools.Sdk.Tests.Assessment;

public sealed class RuleCaseTests
{
    public static TheoryData<string> LiveRules => [.. RuleCatalog.All.Where(rule => rule.Surfaces == RuleSurfaces.Live).Select(rule => rule.Id)];

    [Theory, MemberData(nameof(LiveRules))]
    public void Every_rule_about_live_domains_is_raised_by_its_case_and_not_by_a_sound_domain(string id)
    {
        Assert.True(RuleCases.All.TryGetValue(RuleCatalog.Get(id), out var seen), $"Add a case for {id} to RuleCases.");
        Assert.Contains(DomainAssessor.Assess(seen).Findings, finding => finding.Id == id);
        Assert.DoesNotContain(DomainAssessor.Assess(Seen.Sound()).Findings, finding => finding.Id == id);
    }

    [Theory, MemberData(nameof(LiveRules))]
    public void A_saved_observation_and_a_saved_report_come_back_the_same(string id)
    {
        var report = DomainAssessor.Assess(RuleCases.All[RuleCatalog.Get(id)]);
        var json = ReportJson.Serialize(report);

        Assert.Equal(json, ReportJson.Serialize(ReportJson.DeserializeReport(json)));
        Assert.Equal(json, ReportJson.Serialize(DomainAssessor.Assess(ReportJson.DeserializeObservation(ReportJson.Serialize(report.Observation)))));
    }

    [Theory, MemberData(nameof(LiveRules))]
    public void Findings_come_errors_first_and_without_an_unfilled_place(string id)
    {
        var findings = DomainAssessor.Assess(RuleCases.All[RuleCatalog.Get(id)]).Findings;

        Assert.Equal(findings.OrderByDescending(finding => finding.Severity), findings);
        Assert.All(findings, finding => Assert.DoesNotContain('{', finding.Message));
    }
}
