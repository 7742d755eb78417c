using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Estates;
using Xunit;
using static MtaStsTools.Sdk.Tests.Publishing.Estates.EstateWorld;

namespace MtaStsTools.Sdk.Tests.Publishing.Estates;

/// <summary>Many domains are brought to what they shall be in one run, each independent of the others, and what is in order is left alone.</summary>
public sealed class EstatePublisherTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly EstateWorld _world = new();

    [Fact]
    public async Task A_thousand_domains_in_order_are_not_written_and_no_MX_host_is_spoken_to()
    {
        var wanted = Published(1000, Enforcing);
        var plan = await _world.Publisher().PlanAsync(wanted, cancellationToken: Stop);

        Assert.True(plan.IsEmpty);
        Assert.Empty(plan.Plan.Steps);
        var result = await _world.Publisher().ApplyAsync(plan, cancellationToken: Stop);
        Assert.All(result.Domains, domain => Assert.Equal(DomainOutcome.Unchanged, domain.Outcome));
        Assert.Equal(1000, result.Domains.Count);
        Assert.Empty(_world.Writes);
        Assert.Equal(0, _world.LooksAtExchangers);
    }

    [Fact]
    public async Task Every_kind_of_drift_of_200_domains_is_gone_after_one_run_and_a_second_plans_nothing()
    {
        var names = Names(200).ToList();
        var wanted = Published(200, Enforcing);
        for (var i = 0; i < names.Count; i++)
            Drift(names[i], i % 10);
        wanted = [.. wanted.Select((domain, i) => i % 10 == 9 ? domain with { Policy = null } : domain)];

        var plan = await _world.Publisher().PlanAsync(wanted, cancellationToken: Stop);
        Assert.Equal(180, plan.Domains.Count(domain => domain.State == DomainPlanState.Changes));
        var result = await _world.Publisher().ApplyAsync(plan, beyondLimits: true, Stop);

        Assert.True(result.Succeeded, result.ToString());
        Assert.Equal(20, result.Domains.Count(domain => domain is { Outcome: DomainOutcome.Waiting, NotBefore: not null }));
        _world.Writes.Clear();
        var again = await _world.Publisher().PlanAsync(wanted, cancellationToken: Stop);
        Assert.True(again.IsEmpty, again.ToString());
        Assert.Equal(20, again.Domains.Count(domain => domain.State == DomainPlanState.Waiting));
        await _world.Publisher().ApplyAsync(again, cancellationToken: Stop);
        Assert.Empty(_world.Writes);

        _world.Clock.Advance(TimeSpan.FromDays(30));
        var last = await _world.Publisher().PlanAsync(wanted, cancellationToken: Stop);
        Assert.True((await _world.Publisher().ApplyAsync(last, cancellationToken: Stop)).Succeeded);
        Assert.All(names.Where((_, i) => i % 10 == 9), name => Assert.True(_world.RecordOf(name) is null && !_world.Files.ContainsKey(name)));
    }

    [Fact]
    public async Task A_plan_that_changes_too_much_of_the_estate_is_refused_unless_it_is_meant()
    {
        var wanted = Published(20, Testing).ConvertAll(domain => domain with { Policy = Enforcing });
        var plan = await _world.Publisher().PlanAsync(wanted, cancellationToken: Stop);

        Assert.Contains("20 of 20 domains (100 %), and the limit is 25 %", Assert.Single(plan.Objections), StringComparison.Ordinal);
        await Assert.ThrowsAsync<EstateRefusedException>(() => _world.Publisher().ApplyAsync(plan, cancellationToken: Stop));
        Assert.Empty(_world.Writes);

        Assert.Empty((await _world.Publisher().PlanAsync([.. wanted.Take(5)], estateSize: 20, Stop)).Objections);
        Assert.True((await _world.Publisher().ApplyAsync(plan, beyondLimits: true, Stop)).Succeeded);
    }

    [Fact]
    public async Task Removals_have_a_limit_of_their_own_and_first_publications_none()
    {
        var removed = Published(20, Testing).Select((domain, i) => i < 3 ? domain with { Policy = null } : domain).ToList();
        Assert.Contains("remove the MTA-STS of 3 of 20", Assert.Single((await _world.Publisher().PlanAsync(removed, cancellationToken: Stop)).Objections), StringComparison.Ordinal);

        var first = new EstateWorld();
        Assert.Empty((await first.Publisher().PlanAsync([.. Names(20).Select(name => first.Wants(name, Testing))], cancellationToken: Stop)).Objections);
    }

    [Fact]
    public async Task A_provider_that_is_down_stops_its_own_domains_only_and_is_not_asked_for_each()
    {
        var down = new EstateWorld { At = (point, _) => point == "find zone" ? throw new DnsProviderException(ProviderErrorKind.Timeout, "No answer.", "Look at the server.") : Task.CompletedTask };
        var wanted = Names(100).Select((name, i) => _world.Wants(name, Testing) with { Provider = i % 2 == 0 ? _world : down }).ToList();

        var plan = await _world.Publisher().PlanAsync(wanted, cancellationToken: Stop);
        var result = await _world.Publisher().ApplyAsync(plan, cancellationToken: Stop);

        Assert.Equal(50, result.Domains.Count(domain => domain.Outcome == DomainOutcome.Changed));
        Assert.All(result.Domains.Where((_, i) => i % 2 == 1), domain => Assert.True(domain is { Outcome: DomainOutcome.Failed, Failure: DnsProviderException { Kind: ProviderErrorKind.Timeout } }));
        Assert.InRange(down.Questions, 3, 12);
        Assert.Contains("zone is not asked any more", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_whose_write_fails_does_not_hold_up_the_others()
    {
        _world.At = (point, subject) => point == "before the file changes" && subject == "d3.example" ? throw new IOException("The disk is full.") : Task.CompletedTask;
        var plan = await _world.Publisher().PlanAsync([.. Names(12).Select(name => _world.Wants(name, Testing))], cancellationToken: Stop);
        var result = await _world.Publisher().ApplyAsync(plan, cancellationToken: Stop);

        var failed = Assert.Single(result.Domains, domain => domain.Outcome != DomainOutcome.Changed);
        Assert.Equal(("d3.example", DomainOutcome.Failed), (failed.Domain, failed.Outcome));
        Assert.Contains(failed.Result!.Steps, step => step.State == StepState.Unknown);
        Assert.Null(_world.RecordOf("d3.example"));
    }

    [Fact]
    public async Task What_somebody_else_stores_at_the_last_moment_is_not_overwritten()
    {
        var theirs = (Testing with { MaxAge = TimeSpan.FromDays(2) }).ToString();
        var plan = await _world.Publisher().PlanAsync([_world.Wants("d0.example", Testing)], cancellationToken: Stop);
        var reads = 0;
        _world.At = (point, _) =>
        {
            // The step looks first, and once more when it is its turn to write.
            if (point == "read file" && ++reads == 2)
                _world.Files["d0.example"] = theirs;
            return Task.CompletedTask;
        };
        var result = await _world.Publisher().ApplyAsync(plan, cancellationToken: Stop);

        Assert.Equal(ProviderErrorKind.Conflict, Assert.IsType<ChangeFailedException>(Assert.Single(result.Domains).Failure).Cause.Kind);
        Assert.Equal(theirs, _world.Files["d0.example"]);
    }

    [Fact]
    public async Task An_alias_record_in_the_way_is_refused_and_told()
    {
        var provider = new InMemoryProvider { Zone = "example" };
        provider.Set(new TxtRecordSet { RecordName = "_mta-sts.d0.example", Alias = "_mta-sts.elsewhere.example" });
        var plan = await _world.Publisher().PlanAsync([_world.Wants("d0.example", Testing) with { Provider = provider, TlsReporting = null }], cancellationToken: Stop);
        Assert.Equal(DomainPlanState.Refused, Assert.Single(plan.Domains).State);
    }

    [Fact]
    public async Task A_run_that_dies_at_any_point_leaves_nothing_half_announced_and_the_next_completes()
    {
        var points = 0;
        await RunAsync(Prepared(), world => world.At = (_, _) => Count(ref points));
        Assert.True(points > 60, $"A whole run has {points} points.");
        for (var end = 0; end < points; end++)
        {
            var world = Prepared();
            var count = 0;
            await Record.ExceptionAsync(() => RunAsync(world, dying => dying.At = (_, _) => Interlocked.Increment(ref count) > end ? throw new IOException("The process is gone.") : Task.CompletedTask));
            Assert.True(count > end, $"The run never came to point {end}.");

            world.At = (_, _) => Task.CompletedTask;
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            var result = await RunAsync(world, _ => { });
            Assert.True(result.Succeeded, $"After an end at {end}: {result}");
            Assert.True((await world.Publisher().PlanAsync(Wanted(world), cancellationToken: Stop)).IsEmpty, $"After an end at {end} the run after the next has something to do.");
        }
    }

    [Fact]
    public async Task Two_runs_at_once_end_in_conflicts_at_most_and_the_next_has_nothing_to_repair()
    {
        for (var round = 0; round < 20; round++)
        {
            var world = Prepared();
            world.At = async (_, _) => await Task.Yield();
            var both = await Task.WhenAll(RunAsync(world, _ => { }), RunAsync(world, _ => { }));
            Assert.All(both.SelectMany(result => result.Domains).Where(domain => domain.Failure is not null), domain =>
                Assert.Equal(ProviderErrorKind.Conflict, Assert.IsType<ChangeFailedException>(domain.Failure).Cause.Kind));
            Assert.All(Wanted(world), domain => Assert.Contains(both.SelectMany(result => result.Domains), result => result.Domain == domain.Domain && result.Failure is null));

            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await RunAsync(world, _ => { });
            Assert.True((await world.Publisher().PlanAsync(Wanted(world), cancellationToken: Stop)).IsEmpty);
            Assert.All(Names(3), name => Assert.Equal(["v=spf1 -all"], world.Texts["_mta-sts." + name].Where(text => !text.StartsWith("v=STSv1", StringComparison.Ordinal))));
        }
    }

    [Fact]
    public async Task Cancelling_ends_the_run()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        _world.At = async (_, _) => await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _world.Publisher().PlanAsync([.. Names(50).Select(name => _world.Wants(name, Testing))], cancellationToken: cancel.Token));
    }

    private static Task Count(ref int points)
    {
        Interlocked.Increment(ref points);
        return Task.CompletedTask;
    }

    /// <summary>Three domains: one to be made, one to be changed, one to be removed.</summary>
    private static EstateWorld Prepared()
    {
        var world = new EstateWorld();
        world.Publish("d1.example", Testing);
        world.Publish("d2.example", Testing);
        world.Texts["_mta-sts.d0.example"] = ["v=spf1 -all"];
        return world;
    }

    private static List<DesiredDomain> Wanted(EstateWorld world) => [world.Wants("d0.example", Testing), world.Wants("d1.example", Enforcing), world.Wants("d2.example", null)];

    private static async Task<EstateResult> RunAsync(EstateWorld world, Action<EstateWorld> prepare)
    {
        prepare(world);
        var publisher = world.Publisher(world.Options with { ThrottleLimit = 1 });
        return await publisher.ApplyAsync(await publisher.PlanAsync(Wanted(world), cancellationToken: Stop), cancellationToken: Stop);
    }

    private List<DesiredDomain> Published(int count, MtaStsPolicy policy)
    {
        foreach (var name in Names(count))
            _world.Publish(name, policy);
        return [.. Names(count).Select(name => _world.Wants(name, policy))];
    }

    private void Drift(string domain, int kind)
    {
        var (record, reporting) = ("_mta-sts." + domain, "_smtp._tls." + domain);
        switch (kind)
        {
            case 0: _world.Texts.TryRemove(record, out _); break;
            case 1: _world.Texts[record] = [$"v=STSv1; id={PolicyId.Derive(Testing, _world.Clock.GetUtcNow())};"]; break;
            case 2: _world.Texts[record] = ["v=STSv1; id=1;", "v=STSv1; id=2;"]; break;
            case 3: _world.Texts[record] = ["v=STSv1; id=foreign;"]; break;
            case 4: _world.Files.TryRemove(domain, out _); break;
            case 5: _world.Files[domain] = Testing.ToString(); break;
            case 6: _world.Files[domain] = "<html>"; break;
            case 7: _world.Texts[reporting] = ["v=TLSRPTv1; rua=mailto:elsewhere@example.net;"]; break;
            default: break;
        }
    }
}
