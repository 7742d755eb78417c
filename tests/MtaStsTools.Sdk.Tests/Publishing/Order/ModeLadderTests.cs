using MtaStsTools.Publishing;
using Xunit;
using static MtaStsTools.Sdk.Tests.Publishing.Order.PublishingWorld;

namespace MtaStsTools.Sdk.Tests.Publishing.Order;

/// <summary>A policy climbs to 'enforce' only where nothing speaks against it, and its max_age one step a time where that is asked.</summary>
public sealed class ModeLadderTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly PublishingWorld _world = new();

    public ModeLadderTests()
    {
        _world.Store(Testing);
        _world.SetTexts(Foreign, $"v=STSv1; id={PolicyId.Derive(Testing, _world.Clock.GetUtcNow())};");
        _world.Clock.Advance(TimeSpan.FromDays(30));
    }

    [Fact]
    public async Task The_mode_changes_and_all_else_of_the_policy_stays()
    {
        await ChangeAsync(new() { Domain = Domain, Mode = MtaStsMode.Enforce });
        Assert.Equal(Enforcing, MtaStsPolicy.Parse(_world.File!));
        Assert.True(PolicyId.Announces(_world.Record!.Id, Enforcing));
    }

    [Fact]
    public async Task Enforce_is_refused_without_reports_and_while_an_MX_would_be_refused_and_while_reports_tell_of_failures()
    {
        _world.TlsReporting = null;
        _world.MailExchangers.Add(new MxReport { Host = "backup.example.net", Outcome = SenderOutcome.Refuse });
        var reported = PublishingRules.EnforceUnproven.On("mail.example.com", "mail.example.com", "reports tell of 7 failures.") with { Severity = Severity.Error };
        var request = new ModeChangeRequest { Domain = Domain, Mode = MtaStsMode.Enforce, Objections = [reported] };
        var plan = await PlanAsync(request);

        Assert.Equal(["MTASTS8004", "MTASTS8025", "MTASTS8005"], plan.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Id));
        await Assert.ThrowsAsync<PublishRefusedException>(() => _world.Publisher().ApplyAsync(plan, cancellationToken: Stop));
        Assert.Empty(_world.Log);

        var forced = await ChangeAsync(request with { Force = true });
        Assert.Equal(3, forced.Findings.Count(finding => finding.IsOf(PublishingRules.Overridden) && !finding.Message.Contains("MTASTS8004", StringComparison.Ordinal)) + 1);
        Assert.Equal(MtaStsMode.Enforce, MtaStsPolicy.Parse(_world.File!).Mode);
    }

    [Fact]
    public async Task The_way_back_asks_nothing()
    {
        _world.Store(Enforcing);
        _world.TlsReporting = null;
        Assert.Empty((await PlanAsync(new() { Domain = Domain, Mode = MtaStsMode.Testing })).Findings);
        Assert.Equal(TimeSpan.FromDays(1), await MaxAgeAsync(new() { Domain = Domain, Mode = MtaStsMode.None }));
    }

    [Fact]
    public async Task Max_age_climbs_one_step_a_time_and_each_lasts_its_own_time()
    {
        var request = new ModeChangeRequest { Domain = Domain, Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(56), Ladder = [TimeSpan.FromDays(1), TimeSpan.FromDays(7), TimeSpan.FromDays(28)] };
        Assert.Equal(TimeSpan.FromDays(1), await MaxAgeAsync(request));

        var early = await ChangeAsync(request);
        Assert.Equal(_world.Clock.GetUtcNow() + TimeSpan.FromDays(1), early.NotBefore);
        Assert.Equal(StepState.NotRun, early.Steps[1].State);

        foreach (var (days, expected) in new[] { (1, 7), (7, 28), (28, 56) })
        {
            _world.Clock.Advance(TimeSpan.FromDays(days));
            Assert.Equal(TimeSpan.FromDays(expected), await MaxAgeAsync(request));
        }

        _world.Clock.Advance(TimeSpan.FromDays(60));
        Assert.False((await ChangeAsync(request)).Changed);
    }

    [Fact]
    public async Task Without_a_ladder_the_lifetime_is_raised_at_once() =>
        Assert.Equal(TimeSpan.FromDays(56), await MaxAgeAsync(new() { Domain = Domain, Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(56) }));

    [Fact]
    public async Task A_domain_without_a_policy_has_no_mode_to_change()
    {
        _world.Store(null);
        var error = await Assert.ThrowsAsync<ArgumentException>(() => PlanAsync(new() { Domain = Domain, Mode = MtaStsMode.Enforce }));
        Assert.Contains("example.com has no policy", error.Message, StringComparison.Ordinal);
    }

    private async Task<TimeSpan> MaxAgeAsync(ModeChangeRequest request)
    {
        await ChangeAsync(request);
        return MtaStsPolicy.Parse(_world.File!).MaxAge;
    }

    private async Task<ChangeResult> ChangeAsync(ModeChangeRequest request) => await _world.Publisher().ApplyAsync(await PlanAsync(request), cancellationToken: Stop);

    private Task<ChangePlan> PlanAsync(ModeChangeRequest request) => _world.Publisher().PlanModeAsync(request, cancellationToken: Stop);
}
