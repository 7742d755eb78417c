using Xunit;
using static MtaStsTools.Sdk.Tests.Publishing.Order.PublishingWorld;

namespace MtaStsTools.Sdk.Tests.Publishing.Order;

/// <summary>MTA-STS is removed in stages (RFC 8461 §8.3), and never before the last cache has expired.</summary>
public sealed class WithdrawalTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly PublishingWorld _world = new();

    public WithdrawalTests()
    {
        _world.Store(Enforcing);
        _world.SetTexts(Foreign, $"v=STSv1; id={PolicyId.Derive(Enforcing, _world.Clock.GetUtcNow())};");
        _world.Clock.Advance(TimeSpan.FromDays(30));
    }

    [Fact]
    public async Task None_is_announced_first_and_record_and_file_go_when_every_cache_has_expired()
    {
        var first = await RemoveAsync();
        var none = MtaStsPolicy.Parse(_world.File!);
        Assert.Equal((MtaStsMode.None, TimeSpan.FromDays(1)), (none.Mode, none.MaxAge));
        Assert.True(PolicyId.Announces(_world.Record!.Id, none));
        Assert.Equal(_world.Clock.GetUtcNow() + TimeSpan.FromDays(8), first.NotBefore);
        Assert.Equal("remove-after: 20260310T120000Z", $"{none.Extensions[0].Name}: {none.Extensions[0].Value}");
        Assert.Equal([StepState.Changed, StepState.Verified, StepState.Changed, StepState.Verified, StepState.Waiting, StepState.NotRun, StepState.NotRun, StepState.NotRun, StepState.NotRun], first.Steps.Select(step => step.State));

        _world.Clock.Advance(TimeSpan.FromDays(7));
        var again = await RemoveAsync();
        Assert.Equal(first.NotBefore, again.NotBefore);
        Assert.False(again.Changed);

        _world.Clock.Advance(TimeSpan.FromDays(1));
        var last = await RemoveAsync();
        Assert.Null(last.NotBefore);
        Assert.True(last.AllAgree, last.ToString());
        Assert.Null(_world.File);
        Assert.Equal([Foreign], _world.Texts);
        Assert.Equal(["record: removed", "file: removed"], _world.Log.TakeLast(2));

        var after = await RemoveAsync();
        Assert.False(after.Changed);
        Assert.Null(after.NotBefore);
    }

    [Fact]
    public async Task A_longer_max_age_that_is_known_makes_the_wait_longer_also_later()
    {
        Assert.Equal(_world.Clock.GetUtcNow() + TimeSpan.FromDays(61), (await RemoveAsync(new() { Domain = Domain, LongestMaxAge = TimeSpan.FromDays(60) })).NotBefore);
        Assert.Equal(_world.Clock.GetUtcNow() + TimeSpan.FromDays(91), (await RemoveAsync(new() { Domain = Domain, LongestMaxAge = TimeSpan.FromDays(90) })).NotBefore);
    }

    [Fact]
    public async Task None_that_somebody_served_by_hand_is_waited_out_for_the_longest_max_age_there_is_unless_told()
    {
        _world.Store(new MtaStsPolicy { Mode = MtaStsMode.None, MaxAge = TimeSpan.FromDays(1), Mx = [] });
        Assert.Equal(_world.Clock.GetUtcNow() + TimeSpan.FromSeconds(31_557_600) + TimeSpan.FromDays(1), (await RemoveAsync()).NotBefore);
    }

    [Fact]
    public async Task None_by_hand_is_waited_out_for_the_max_age_that_is_given()
    {
        _world.Store(new MtaStsPolicy { Mode = MtaStsMode.None, MaxAge = TimeSpan.FromDays(1), Mx = [] });
        Assert.Equal(_world.Clock.GetUtcNow() + TimeSpan.FromDays(15), (await RemoveAsync(new() { Domain = Domain, LongestMaxAge = TimeSpan.FromDays(14) })).NotBefore);
    }

    [Fact]
    public async Task Force_does_not_wait_and_says_what_it_overrode()
    {
        var result = await RemoveAsync(new() { Domain = Domain, Force = true });
        Assert.Null(_world.File);
        Assert.Equal([Foreign], _world.Texts);
        var overridden = Assert.Single(result.Findings);
        Assert.True(overridden.IsOf(PublishingRules.Overridden));
        Assert.Equal("MTASTS8026 was overridden: Senders of mail to example.com may hold its earlier policy until 2026-03-10 12:00 UTC.", overridden.Message);
    }

    [Fact]
    public async Task A_record_that_somebody_took_away_outright_is_announced_as_none_for_those_who_hold_the_policy()
    {
        _world.SetTexts(Foreign);
        Assert.NotNull((await RemoveAsync()).NotBefore);
        Assert.NotNull(_world.Record);
    }

    [Fact]
    public async Task A_clock_that_is_behind_the_id_is_told_and_nothing_is_reckoned()
    {
        _world.Clock.Advance(TimeSpan.FromDays(-40));
        var plan = await _world.Publisher().PlanWithdrawalAsync(new WithdrawalRequest { Domain = Domain }, cancellationToken: Stop);
        Assert.True(plan.IsRefused);
        var finding = Assert.Single(plan.Findings);
        Assert.True(finding.IsOf(PublishingRules.ClockDisagrees));
        Assert.Contains("was made at 2026-01-31 12:00 UTC, which is later than the clock of this machine (2026-01-21 12:00 UTC)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_survives_JSON_and_holds_while_the_world_does()
    {
        var plan = await _world.Publisher().PlanWithdrawalAsync(new WithdrawalRequest { Domain = Domain }, cancellationToken: Stop);
        var read = ChangePlanJson.Deserialize(ChangePlanJson.Serialize(plan));
        Assert.Equal(plan.ToString(), read.ToString());
        Assert.Empty(await _world.Publisher().FindDifferencesAsync(read, cancellationToken: Stop));
        Assert.NotNull((await _world.Publisher().ApplyAsync(read, cancellationToken: Stop)).NotBefore);
        Assert.Empty(await _world.Publisher().FindDifferencesAsync(read, cancellationToken: Stop));

        _world.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Contains(await _world.Publisher().FindDifferencesAsync(read, cancellationToken: Stop), difference => difference.Subject == "the date of removal");
    }

    private Task<ChangeResult> RemoveAsync() => RemoveAsync(new WithdrawalRequest { Domain = Domain });

    private async Task<ChangeResult> RemoveAsync(WithdrawalRequest request)
    {
        var publisher = _world.Publisher();
        return await publisher.ApplyAsync(await publisher.PlanWithdrawalAsync(request, cancellationToken: Stop), cancellationToken: Stop);
    }
}
