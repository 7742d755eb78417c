using System.Collections.Concurrent;
using MtaStsTools.Publishing;
using MtaStsTools.Lab;
using MtaStsTools.Lab.Dns;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Sdk.Tests.Lab;
using Xunit;
using static MtaStsTools.Sdk.Tests.Publishing.PublishingLab;

namespace MtaStsTools.Sdk.Tests.Publishing;

public sealed class MtaStsRecordPublisherTests(LabFixture fixture) : IClassFixture<LabFixture>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly MtaStsLab _lab = fixture.Lab;

    [Fact]
    public async Task A_first_record_is_added_and_found_on_every_server()
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add("first", SecondNameServer.Lagging);
        _lab.SetLag(domain, TimeSpan.Zero);
        var publisher = _lab.Publisher(key);

        var plan = await publisher.PlanAsync(new PublishRequest { Domain = domain, Policy = Policy }, cancellationToken: Stop);
        Assert.Empty(_lab.Txt(domain, "_mta-sts"));
        var result = (await publisher.ApplyAsync(plan, cancellationToken: Stop)).Only();

        Assert.Equal($"v=STSv1; id={plan.Only().After!.Id};", Assert.Single(_lab.Txt(domain, "_mta-sts")));
        Assert.True(PolicyId.Announces(plan.Only().After!.Id, Policy));
        Assert.True(result.Changed && result.AllAgree);
        Assert.Null(result.Before);
        Assert.Equal(["127.0.0.1", "127.0.0.2"], result.Servers.Select(server => server.Address), StringComparer.Ordinal);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public async Task Publishing_the_same_policy_again_writes_nothing()
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add("idempotent");
        var publisher = _lab.Publisher(key);
        var request = new PublishRequest { Domain = domain, Policy = Policy };
        await publisher.ApplyAsync(await publisher.PlanAsync(request, cancellationToken: Stop), cancellationToken: Stop);
        var before = _lab.Txt(domain, "_mta-sts");

        var again = await publisher.PlanAsync(request, cancellationToken: Stop);
        var updates = Updates(domain);
        var result = (await publisher.ApplyAsync(again, cancellationToken: Stop)).Only();

        Assert.True(again.IsEmpty);
        Assert.False(result.Changed);
        Assert.True(result.AllAgree);
        Assert.Equal(before, _lab.Txt(domain, "_mta-sts"));
        Assert.Equal(updates, Updates(domain));
    }

    [Fact]
    public async Task A_changed_policy_gets_a_new_id_and_foreign_values_stay()
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add("foreign", texts: ["v=spf1 -all", "v=STSv1; id=1;", "caf\u00E9 " + new string('x', 300)]);
        var publisher = _lab.Publisher(key);

        var first = (await publisher.ApplyAsync(await publisher.PlanAsync(new PublishRequest { Domain = domain, Policy = Policy }, cancellationToken: Stop), cancellationToken: Stop)).Only();
        var second = (await publisher.ApplyAsync(await publisher.PlanAsync(new PublishRequest { Domain = domain, Policy = OtherPolicy }, cancellationToken: Stop), cancellationToken: Stop)).Only();

        Assert.Equal("1", first.Before!.Id);
        Assert.Equal(first.After!.Id, second.Before!.Id);
        Assert.NotEqual(first.After.Id, second.After!.Id, StringComparer.Ordinal);
        Assert.Equal(
            ["caf\u00E9 " + new string('x', 300), "v=STSv1; id=" + second.After.Id + ";", "v=spf1 -all"],
            _lab.Txt(domain, "_mta-sts").Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_change_by_somebody_else_after_planning_fails_and_is_kept()
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add("race", texts: ["v=STSv1; id=1;"]);
        var publisher = _lab.Publisher(key);
        var plan = await publisher.PlanAsync(new PublishRequest { Domain = domain, Id = "2" }, cancellationToken: Stop);
        _lab.SetTxt(domain, "_mta-sts", "v=STSv1; id=theirs;");

        var error = await FailAsync(publisher, plan);

        Assert.Equal((ProviderErrorKind.Conflict, "NXRRSET"), (error.Kind, error.Detail));
        Assert.Equal(["v=STSv1; id=theirs;"], _lab.Txt(domain, "_mta-sts"));
    }

    [Fact]
    public async Task A_foreign_value_that_comes_after_planning_fails_the_change_too()
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add("race-foreign", texts: ["v=STSv1; id=1;"]);
        var publisher = _lab.Publisher(key);
        var plan = await publisher.PlanAsync(new PublishRequest { Domain = domain, Id = "2" }, cancellationToken: Stop);
        _lab.SetTxt(domain, "_mta-sts", "v=STSv1; id=1;", "news");

        Assert.Equal("NXRRSET", (await FailAsync(publisher, plan)).Detail);
    }

    [Fact]
    public async Task A_record_that_appears_after_planning_fails_the_change()
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add("race-new");
        var publisher = _lab.Publisher(key);
        var plan = await publisher.PlanAsync(new PublishRequest { Domain = domain, Id = "2" }, cancellationToken: Stop);
        _lab.SetTxt(domain, "_mta-sts", "v=STSv1; id=theirs;");

        Assert.Equal("YXRRSET", (await FailAsync(publisher, plan)).Detail);
    }

    [Fact]
    public async Task A_plan_applied_twice_fails_the_second_time()
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add("twice");
        var publisher = _lab.Publisher(key);
        var plan = await publisher.PlanAsync(new PublishRequest { Domain = domain, Id = "2" }, cancellationToken: Stop);
        await publisher.ApplyAsync(plan, cancellationToken: Stop);

        Assert.Equal("YXRRSET", (await FailAsync(publisher, plan)).Detail);
        Assert.Equal(["v=STSv1; id=2;"], _lab.Txt(domain, "_mta-sts"));
    }

    [Fact]
    public async Task Several_records_become_one()
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add("several", texts: ["v=STSv1; id=1;", "v=STSv1; id=2;", "v=STSv1; broken"]);
        var publisher = _lab.Publisher(key);

        var plan = await publisher.PlanAsync(new PublishRequest { Domain = domain, Id = "2" }, cancellationToken: Stop);
        await publisher.ApplyAsync(plan, cancellationToken: Stop);

        Assert.Equal(["v=STSv1; id=2;"], _lab.Txt(domain, "_mta-sts"));
        Assert.Null(plan.Only().Before);
    }

    [Fact]
    public async Task Reading_back_waits_for_a_server_that_lags()
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add("lagging", SecondNameServer.Lagging);
        _lab.SetLag(domain, TimeSpan.FromMilliseconds(700));
        var publisher = _lab.Publisher(key);
        var progress = new ProgressLog();

        var plan = await publisher.PlanAsync(new PublishRequest { Domain = domain, Id = "2" }, progress, Stop);
        var result = (await publisher.ApplyAsync(plan, progress, Stop)).Only();

        Assert.True(result.AllAgree);
        Assert.True(result.Duration >= TimeSpan.FromMilliseconds(600), $"It took {result.Duration}.");
        Assert.Equal(
            [PublishStage.FindingZone, PublishStage.Reading, PublishStage.Updating, PublishStage.ReadingBack],
            progress.Reports.Select(report => report.Stage).Distinct());
        var counts = progress.Reports.Where(report => report.Stage == PublishStage.ReadingBack).Select(report => (report.ServersAgreeing, report.ServersAsked)).ToList();
        Assert.Equal((0, 0), counts[0]);
        Assert.Equal((1, 2), counts[1]);
        Assert.Equal((2, 2), counts[^1]);
    }

    [Theory]
    [InlineData(SecondNameServer.Lagging, ServerAgreement.Differs)]
    [InlineData(SecondNameServer.Silent, ServerAgreement.NoAnswer)]
    [InlineData(SecondNameServer.Refusing, ServerAgreement.NoAnswer)]
    public async Task A_server_that_does_not_catch_up_is_a_finding_when_time_is_up(SecondNameServer second, ServerAgreement expected)
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add($"behind-{second}".ToLowerInvariant(), second);
        _lab.SetLag(domain, TimeSpan.FromHours(1));
        // Time is up when one server has agreed, however long that takes on a busy machine.
        var clock = new ToldClock();
        var publisher = _lab.Publisher(key, _lab.ReadBack() with { ReadBackTimeLimit = TimeSpan.FromHours(1), QueryTimeout = TimeSpan.FromSeconds(1), TimeProvider = clock });
        var plan = await publisher.PlanAsync(new PublishRequest { Domain = domain, Id = "2" }, cancellationToken: Stop);

        var result = (await publisher.ApplyAsync(plan, new WhenOneAgrees(clock.EndLimits), Stop)).Only();

        Assert.True(result.Changed);
        Assert.False(result.AllAgree);
        Assert.Equal([ServerAgreement.Agrees, expected], result.Servers.Select(server => server.Agreement));
        Assert.Equal(PublishingRules.ServerBehind.Id, Assert.Single(result.Findings).Id);
    }

    [Fact]
    public async Task A_server_that_only_pretends_is_found_out_by_reading_back()
    {
        using var key = _lab.UpdateKey.ToKey();
        var publisher = _lab.Publisher(key, _lab.ReadBack() with { ReadBackTimeLimit = TimeSpan.Zero });
        var result = (await publisher.ApplyAsync(await publisher.PlanAsync(new PublishRequest { Domain = "pretend-update.test", Id = "2" }, cancellationToken: Stop), cancellationToken: Stop)).Only();
        Assert.False(result.AllAgree);
        Assert.Equal(ServerAgreement.Differs, Assert.Single(result.Servers).Agreement);
    }

    [Fact]
    public async Task Private_addresses_are_not_asked_unless_allowed_and_the_updated_server_is_asked_instead()
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add("private");
        var publisher = _lab.Publisher(key, _lab.ReadBack() with { AllowPrivateAddresses = false });

        var result = (await publisher.ApplyAsync(await publisher.PlanAsync(new PublishRequest { Domain = domain, Id = "2" }, cancellationToken: Stop), cancellationToken: Stop)).Only();

        Assert.True(result.AllAgree);
        Assert.Equal([ServerAgreement.Agrees, ServerAgreement.NotAsked], result.Servers.Select(server => server.Agreement));
        Assert.Null(result.Servers[0].Address);
    }

    [Fact]
    public async Task An_alias_is_refused_and_left_alone()
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add("alias");
        _lab.SetRecords(domain, "_mta-sts", DnsType.Cname, LabRecord.Cname("_mta-sts", "_mta-sts.provider.test."));
        var publisher = _lab.Publisher(key);

        var plan = await publisher.PlanAsync(new PublishRequest { Domain = domain, Id = "2", Force = true }, cancellationToken: Stop);

        Assert.True(plan.IsRefused);
        Assert.Equal(PublishingRules.RecordDelegated.Id, Assert.Single(plan.Findings).Id);
        Assert.Contains("_mta-sts.provider.test", plan.Findings[0].Message, StringComparison.Ordinal);
        var refusal = await Assert.ThrowsAsync<PublishRefusedException>(() => publisher.ApplyAsync(plan, cancellationToken: Stop));
        Assert.Same(plan, refusal.Plan);
    }

    [Fact]
    public async Task Removing_takes_our_record_and_nothing_else()
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add("removal", texts: ["v=spf1 -all", "v=STSv1; id=1;"]);
        var publisher = _lab.Publisher(key);

        var plan = await publisher.PlanRemovalAsync(new RemovalRequest { Domain = domain }, cancellationToken: Stop);
        var result = (await publisher.ApplyAsync(plan, cancellationToken: Stop)).Only();
        var again = await publisher.PlanRemovalAsync(new RemovalRequest { Domain = domain }, cancellationToken: Stop);

        Assert.Equal(PublishingRules.RemovalUnproven.Id, Assert.Single(plan.Findings).Id);
        Assert.True(result.Changed && result.AllAgree);
        Assert.Equal(["v=spf1 -all"], _lab.Txt(domain, "_mta-sts"));
        Assert.True(again.IsEmpty);
        Assert.Empty(again.Findings);
    }

    [Fact]
    public async Task Cancellation_ends_reading_back()
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add("cancel", SecondNameServer.Silent);
        var publisher = _lab.Publisher(key);
        var plan = await publisher.PlanAsync(new PublishRequest { Domain = domain, Id = "2" }, cancellationToken: Stop);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        cancel.CancelAfter(TimeSpan.FromMilliseconds(300));
        var progress = new ProgressLog();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => publisher.ApplyAsync(plan, progress, cancel.Token));
        Assert.Equal(PublishStage.ReadingBack, progress.Reports[^1].Stage);
        Assert.Equal(["v=STSv1; id=2;"], _lab.Txt(domain, "_mta-sts"));
    }

    [Theory]
    [InlineData("not an id")]
    [InlineData("")]
    [InlineData("1; x=y")]
    [InlineData("123456789012345678901234567890123")]
    public async Task An_id_outside_the_grammar_is_an_argument_error(string id)
    {
        using var key = _lab.UpdateKey.ToKey();
        await Assert.ThrowsAsync<ArgumentException>(() => _lab.Publisher(key).PlanAsync(new PublishRequest { Domain = "good.test", Id = id }, cancellationToken: Stop));
    }

    [Fact]
    public async Task Neither_policy_nor_id_is_an_argument_error()
    {
        using var key = _lab.UpdateKey.ToKey();
        await Assert.ThrowsAsync<ArgumentException>(() => _lab.Publisher(key).PlanAsync(new PublishRequest { Domain = "good.test" }, cancellationToken: Stop));
    }

    private static async Task<ProviderException> FailAsync(MtaStsRecordPublisher publisher, ChangePlan plan)
    {
        var failure = await Assert.ThrowsAsync<ChangeFailedException>(() => publisher.ApplyAsync(plan, cancellationToken: Stop));
        Assert.Equal(failure.Cause.MayHaveChanged ? StepState.Unknown : StepState.Failed, Assert.Single(failure.Result.Steps).State);
        return failure.Cause;
    }

    private string Add(string name, SecondNameServer second = SecondNameServer.None, params string[] texts) =>
        _lab.Add(new LabScenario($"publisher-{name}", $"publisher-{name}.test", "A zone of the publisher's tests.")
        {
            Records = [.. texts.Select(text => LabRecord.Txt("_mta-sts", [.. text.Chunk(255).Select(chunk => new string(chunk))]))],
            SecondNameServer = second,
        }).Domain;

    private int Updates(string domain) => _lab.Events.OfType<LabDnsQuery>().Count(query => query.Update && query.Name == domain);

    /// <summary>A clock on which pauses take their time, and a long limit is over when the test says so.</summary>
    private sealed class ToldClock : TimeProvider
    {
        private readonly ConcurrentBag<ITimer> _limits = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime > TimeSpan.FromMinutes(1))
                _limits.Add(timer);
            return timer;
        }

        public void EndLimits()
        {
            foreach (var limit in _limits)
                limit.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed class WhenOneAgrees(Action action) : IProgress<PublishProgress>
    {
        public void Report(PublishProgress value)
        {
            if (value.ServersAgreeing == 1)
                action();
        }
    }
}
