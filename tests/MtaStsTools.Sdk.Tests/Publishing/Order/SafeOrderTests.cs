using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;
using Xunit;
using static MtaStsTools.Sdk.Tests.Publishing.Order.PublishingWorld;

namespace MtaStsTools.Sdk.Tests.Publishing.Order;

/// <summary>A policy is published in the order of RFC 8461 §8.1, or not at all.</summary>
public sealed class SafeOrderTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly PublishingWorld _world = new();

    [Fact]
    public async Task The_file_is_served_before_the_record_announces_it()
    {
        var plan = await PlanAsync(Testing);
        Assert.Empty(_world.Log);
        var result = await _world.Publisher().ApplyAsync(plan, cancellationToken: Stop);

        Assert.Equal(["file: Testing", $"record: v=STSv1; id=20260131T120000Z{_world.Record!.Id[16..]};"], _world.Log);
        Assert.Equal([StepState.Changed, StepState.Verified, StepState.Changed, StepState.Verified, StepState.Verified], result.Steps.Select(step => step.State));
        Assert.True(result.Changed && result.AllAgree, result.ToString());
        Assert.Null(result.NotBefore);
        Assert.Equal(["v=spf1 -all", $"v=STSv1; id={_world.Record.Id};"], _world.Texts);
    }

    [Fact]
    public async Task A_second_time_nothing_is_written()
    {
        await PublishAsync(Testing);
        _world.Clock.Advance(TimeSpan.FromDays(1));
        var plan = await PlanAsync(Testing);
        var result = await _world.Publisher().ApplyAsync(plan, cancellationToken: Stop);

        Assert.True(plan.IsEmpty);
        Assert.False(result.Changed);
        Assert.True(result.AllAgree, result.ToString());
        Assert.Equal(2, _world.Log.Count);
    }

    [Fact]
    public async Task A_plan_that_is_applied_twice_changes_nothing_the_second_time()
    {
        var plan = await PlanAsync(Testing);
        await _world.Publisher().ApplyAsync(plan, cancellationToken: Stop);
        var again = await _world.Publisher().ApplyAsync(plan, cancellationToken: Stop);

        Assert.False(again.Changed);
        Assert.True(again.AllAgree, again.ToString());
        Assert.Equal(2, _world.Log.Count);
    }

    [Fact]
    public async Task A_changed_policy_gets_a_new_id_and_the_file_first()
    {
        var first = (await PublishAsync(Testing), _world.Record!.Id).Id;
        _world.Clock.Advance(TimeSpan.FromDays(1));
        await PublishAsync(Enforcing);

        Assert.NotEqual(first, _world.Record.Id);
        Assert.StartsWith("20260201T120000Z", _world.Record.Id, StringComparison.Ordinal);
        Assert.Equal("file: Enforce", _world.Log[2]);
    }

    [Fact]
    public async Task A_stored_file_that_says_the_same_in_another_layout_is_left_as_it_is()
    {
        _world.Store(Testing);
        await PublishAsync(Testing);
        Assert.Single(_world.Log);
    }

    [Fact]
    public async Task Another_file_under_an_id_that_announces_this_policy_gets_the_policy_a_new_id()
    {
        await PublishAsync(Testing);
        var id = _world.Record!.Id;
        _world.Store(Enforcing);
        _world.Clock.Advance(TimeSpan.FromHours(1));
        await PublishAsync(Testing);
        Assert.NotEqual(id, _world.Record.Id);
    }

    [Fact]
    public async Task An_address_that_still_serves_another_policy_stops_the_plan_before_the_record_changes_and_has_its_own_words()
    {
        _world.Lagging["192.0.2.2"] = Enforcing.ToString();
        var stopped = await StoppedAsync(Testing);

        Assert.Equal([StepState.Changed, StepState.Failed, StepState.NotRun, StepState.NotRun, StepState.NotRun], stopped.Result.Steps.Select(step => step.State));
        var finding = Assert.Single(stopped.Findings);
        Assert.True(finding.IsOf(PublishingRules.PolicyPartlyServed));
        Assert.Contains("192.0.2.1): Agrees", finding.Message, StringComparison.Ordinal);
        Assert.Contains("192.0.2.2): Differs (its mode is 'enforce' and not 'testing')", finding.Message, StringComparison.Ordinal);
        Assert.Null(_world.Record);
        Assert.Contains("policy file of example.com: stored at /example.com.", stopped.Result.ToString(), StringComparison.Ordinal);
        Assert.Contains("_mta-sts.example.com: not begun.", stopped.Result.ToString(), StringComparison.Ordinal);

        _world.Lagging.Clear();
        await PublishAsync(Testing);
        Assert.NotNull(_world.Record);
    }

    [Fact]
    public async Task An_address_that_catches_up_is_waited_for()
    {
        _world.Lagging["192.0.2.2"] = Enforcing.ToString();
        var looks = 0;
        _world.At = point =>
        {
            if (point == "look" && ++looks == 4)
                _world.Lagging.Clear();
            return Task.CompletedTask;
        };

        var result = await PublishAsync(Testing);
        Assert.True(result.AllAgree, result.ToString());
        Assert.True(result.Steps[1].Duration >= TimeSpan.FromSeconds(10), $"It took {result.Steps[1].Duration}.");
    }

    [Fact]
    public async Task A_host_that_acknowledges_and_stores_nothing_stops_the_plan()
    {
        _world.Pretends = true;
        var stopped = await StoppedAsync(Testing);
        Assert.True(Assert.Single(stopped.Findings).IsOf(PublishingRules.LivePolicyUnavailable));
        Assert.Empty(_world.Log);
    }

    [Fact]
    public async Task A_provider_that_acknowledges_and_does_nothing_is_told_by_its_own_words()
    {
        _world.Store(Testing);
        _world.Pretends = true;
        var stopped = await StoppedAsync(Testing);

        Assert.Equal([StepState.Unchanged, StepState.Verified, StepState.Changed, StepState.Failed, StepState.NotRun], stopped.Result.Steps.Select(step => step.State));
        Assert.True(Assert.Single(stopped.Findings).IsOf(PublishingRules.ChangeNotMade));
        Assert.StartsWith("MTASTS8022: zone acknowledged the change of _mta-sts.example.com", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resolver_with_an_earlier_answer_is_a_warning_and_no_failure()
    {
        _world.Stale = new MtaStsRecord { Id = "old" };
        var result = await PublishAsync(Testing);
        Assert.Equal(StepState.Verified, result.Steps[4].State);
        Assert.True(Assert.Single(result.Findings).IsOf(PublishingRules.ResolverBehind));
    }

    [Fact]
    public async Task Enforce_with_an_MX_that_would_be_refused_writes_not_even_the_file_unless_forced()
    {
        _world.MailExchangers.Add(new MxReport { Host = "backup.example.net", Outcome = SenderOutcome.Refuse });
        var plan = await PlanAsync(Enforcing);
        Assert.True(plan.IsRefused);
        Assert.Contains(plan.Findings, finding => finding.IsOf(PublishingRules.EnforceWouldRefuse));
        await Assert.ThrowsAsync<PublishRefusedException>(() => _world.Publisher().ApplyAsync(plan, cancellationToken: Stop));
        Assert.Empty(_world.Log);

        var forced = await _world.Publisher().PlanAsync(new PolicyPublishRequest { Domain = Domain, Policy = Enforcing, Force = true }, cancellationToken: Stop);
        var result = await _world.Publisher().ApplyAsync(forced, cancellationToken: Stop);
        Assert.Contains(result.Findings, finding => finding.IsOf(PublishingRules.Overridden) && finding.Message.Contains("MTASTS8004", StringComparison.Ordinal));
        Assert.NotNull(_world.Record);

        // Every address serves the policy, and no waiting makes the MX host better.
        Assert.Equal(TimeSpan.Zero, result.Steps[1].Duration);
    }

    [Fact]
    public async Task An_MX_that_breaks_between_plan_and_apply_stops_the_plan_before_the_record_changes()
    {
        var plan = await PlanAsync(Enforcing);
        _world.MailExchangers.Add(new MxReport { Host = "backup.example.net", Outcome = SenderOutcome.Refuse });
        var stopped = await Assert.ThrowsAsync<ChangeStoppedException>(() => _world.Publisher().ApplyAsync(plan, cancellationToken: Stop));
        Assert.True(Assert.Single(stopped.Findings).IsOf(PublishingRules.EnforceWouldRefuse));
        Assert.Null(_world.Record);
    }

    [Fact]
    public async Task A_file_that_somebody_else_changed_after_planning_is_a_conflict_and_kept()
    {
        var plan = await PlanAsync(Testing);
        _world.Store(Enforcing);
        var failed = await Assert.ThrowsAsync<ChangeFailedException>(() => _world.Publisher().ApplyAsync(plan, cancellationToken: Stop));
        Assert.Equal(ProviderErrorKind.Conflict, failed.Cause.Kind);
        Assert.Equal(Enforcing.ToString(), _world.File);
        Assert.Equal(StepState.Failed, failed.Result.Steps[0].State);
    }

    [Theory]
    [InlineData("read file", "Cancelled before anything was changed.")]
    [InlineData("after the file has changed", "Cancelled half-way; a plan made anew carries on from here. 1. policy file of example.com: whether the change was made is not known.")]
    [InlineData("look", "Cancelled half-way; a plan made anew carries on from here. 1. policy file of example.com: stored at /example.com. 2. policy at mta-sts.example.com: not begun.")]
    public async Task Cancelling_says_how_far_the_plan_came(string point, string expected)
    {
        var plan = await PlanAsync(Testing);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        _world.At = async at =>
        {
            if (at == point)
            {
                await cancel.CancelAsync();
                cancel.Token.ThrowIfCancellationRequested();
            }
        };
        var cancelled = await Assert.ThrowsAsync<ChangeCanceledException>(() => _world.Publisher().ApplyAsync(plan, cancellationToken: cancel.Token));
        Assert.StartsWith(expected, cancelled.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_out_of_order_is_refused_before_anything_is_done()
    {
        var plan = await PlanAsync(Testing);
        var turned = plan with { Steps = [plan.Steps[0], plan.Steps[2], plan.Steps[1]] };
        await Assert.ThrowsAsync<ArgumentException>(() => _world.Publisher().ApplyAsync(turned, cancellationToken: Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => _world.Publisher().ApplyAsync(plan with { Steps = [new OtherStep()] }, cancellationToken: Stop));
        Assert.Empty(_world.Log);
    }

    [Fact]
    public async Task Every_step_says_what_must_be_true_what_it_does_and_how_that_is_seen()
    {
        var plan = await PlanAsync(Enforcing);
        Assert.All(plan.Steps, step => Assert.All([step.Reason, step.Precondition, step.Action, step.Verification, step.Provider], text => Assert.False(string.IsNullOrEmpty(text))));
        Assert.Equal(["1.", "2.", "3.", "4.", "5."], plan.Lines.Where(line => char.IsAsciiDigit(line[0])).Select(line => line[..2]));
        Assert.Equal(["mail.example.com"], Assert.Single(plan.Basis).MailExchangers);
        Assert.Equal([Domain], plan.Domains);
        Assert.IsType<PolicyFileStep>(plan.Steps[0]);
        Assert.Contains("+ mode: enforce", plan.Lines);
    }

    private async Task<ChangeStoppedException> StoppedAsync(MtaStsPolicy policy) => await Assert.ThrowsAsync<ChangeStoppedException>(() => PublishAsync(policy));

    private async Task<ChangeResult> PublishAsync(MtaStsPolicy policy) => await _world.Publisher().ApplyAsync(await PlanAsync(policy), cancellationToken: Stop);

    private Task<ChangePlan> PlanAsync(MtaStsPolicy policy) => _world.Publisher().PlanAsync(new PolicyPublishRequest { Domain = Domain, Policy = policy }, cancellationToken: Stop);

    private sealed class OtherStep : IChangeStep
    {
        public string Domain => "example.com";

        public string Provider => "none";

        public string Reason => "none";

        public IReadOnlyList<Finding> Findings => [];

        public bool IsEmpty => false;

        public string Precondition => "none";

        public string Action => "none";

        public string Verification => "none";
    }
}
