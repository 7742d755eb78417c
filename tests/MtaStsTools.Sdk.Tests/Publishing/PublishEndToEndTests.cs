using MtaStsTools.Publishing.Checks;
using MtaStsTools.Lab;
using MtaStsTools.Lab.Scenarios;
using MtaStsTools.Sdk.Tests.Observation;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing;

/// <summary>Observe, assess, plan, apply, observe again: the whole way over real sockets.</summary>
public sealed class PublishEndToEndTests(ObservationFixture fixture) : IClassFixture<ObservationFixture>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly MtaStsLab _lab = fixture.Lab;

    [Fact]
    public async Task A_domain_without_record_passes_once_the_record_is_published()
    {
        using var key = _lab.UpdateKey.ToKey();
        var publisher = _lab.Publisher(key);
        var before = await ReportAsync("publish-new");
        Assert.NotNull(before.Policy);

        var plan = await publisher.PlanAsync(new PublishRequest { Domain = before.Domain, Policy = before.Policy, Report = before }, cancellationToken: Stop);
        Assert.Empty(plan.Findings);
        var result = (await publisher.ApplyAsync(plan, cancellationToken: Stop)).Only();
        var after = await ReportAsync("publish-new");

        Assert.True(result.AllAgree);
        Assert.Equal(Verdict.Pass, after.Verdict);
        Assert.Equal(result.After, after.Record);
    }

    [Fact]
    public async Task A_policy_that_is_not_served_is_refused_with_its_reason_though_no_record_asks_for_it_yet()
    {
        var finding = Assert.Single(await ObjectionsAsync(ScenarioParts.Sound("e2e-404", "No record, and no policy.").WithPolicyHost(host => host with { Status = 404 })));
        Assert.Equal(PublishingRules.LivePolicyUnavailable.Id, finding.Id);
        Assert.Contains("404", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_served_text_with_a_mistake_is_refused() => Assert.Equal(
        PublishingRules.LivePolicyInvalid.Id,
        Assert.Single(await ObjectionsAsync(ScenarioParts.Sound("e2e-invalid", "A blank line.").WithPolicy("version: STSv1\nmode: testing\n\nmx: a.test\nmax_age: 604800\n"))).Id);

    [Fact]
    public async Task A_text_that_is_no_policy_at_all_is_refused() =>
        Assert.All(
            await ObjectionsAsync(ScenarioParts.Sound("e2e-garbage", "Not a policy.").WithPolicy("hello")),
            finding => Assert.Equal((PublishingRules.LivePolicyInvalid.Id, Severity.Error), (finding.Id, finding.Severity)));

    [Fact]
    public async Task Enforce_is_refused_while_an_mx_offers_no_starttls()
    {
        var finding = Assert.Single(await ObjectionsAsync(ScenarioParts.Sound("e2e-plain", "No STARTTLS.").WithMailHost(host => host with { Keywords = ["PIPELINING"] })));
        Assert.Equal(PublishingRules.EnforceWouldRefuse.Id, finding.Id);
        Assert.Contains("mx1.e2e-plain.test", finding.Message, StringComparison.Ordinal);
        Assert.Contains("STARTTLS", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_from_testing_to_enforce_is_refused_with_both_reasons_while_an_mx_offers_no_starttls()
    {
        var scenario = ScenarioParts.Sound("e2e-stricter", "Testing, no STARTTLS.")
            .WithPolicy(ScenarioParts.PolicyText("testing", 2_592_000, "mx1.e2e-stricter.test"))
            .WithMailHost(host => host with { Keywords = ["PIPELINING"] });
        var report = await ReportAsync(_lab.Add(scenario.WithMtaSts()).Name);
        Assert.Empty(PublishingChecksOf(report, report.Policy!));
        Assert.Equal(
            [PublishingRules.LivePolicyDiffers.Id, PublishingRules.EnforceWouldRefuse.Id],
            PublishingChecksOf(report, report.Policy! with { Mode = MtaStsMode.Enforce }).Select(finding => finding.Id),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_mx_that_does_not_answer_is_a_warning_before_enforce()
    {
        var findings = await ObjectionsAsync(ScenarioParts.Sound("e2e-dead", "A dead port.").WithMailHost(host => host with { Connection = ConnectionFault.Dead }));
        Assert.Equal((PublishingRules.EnforceUnproven.Id, Severity.Warning), (Assert.Single(findings).Id, findings[0].Severity));
    }

    [Fact]
    public async Task Removing_an_enforced_policy_outright_is_warned_of()
    {
        using var key = _lab.UpdateKey.ToKey();
        var plan = await _lab.Publisher(key).PlanRemovalAsync(new RemovalRequest { Domain = "good.test", Report = await ReportAsync("good") }, cancellationToken: Stop);
        var finding = Assert.Single(plan.Findings);
        Assert.Equal((PublishingRules.RemovalInForce.Id, Severity.Warning), (finding.Id, finding.Severity));
        Assert.Contains("2592000 s", finding.Message, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Finding>> ObjectionsAsync(LabScenario scenario)
    {
        using var key = _lab.UpdateKey.ToKey();
        var report = await ReportAsync(_lab.Add(scenario.WithMtaSts()).Name);
        var plan = await _lab.Publisher(key).PlanAsync(new PublishRequest { Domain = scenario.Domain, Id = "1", Report = report }, cancellationToken: Stop);
        return plan.Findings;
    }

    private static IReadOnlyList<Finding> PublishingChecksOf(DomainReport report, MtaStsPolicy policy) => PublishingChecks.Assess(report, policy);

    private async Task<DomainReport> ReportAsync(string scenario) => DomainAssessor.Assess(await fixture.ObserveAsync(scenario));
}
