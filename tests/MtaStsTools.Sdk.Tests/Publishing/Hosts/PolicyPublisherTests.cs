using System.Text;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Sdk.Tests.Publishing.Order;
using Xunit;
using static MtaStsTools.Sdk.Tests.Publishing.Order.PublishingWorld;

namespace MtaStsTools.Sdk.Tests.Publishing.Hosts;

/// <summary>A policy file is planned, stored and looked at, whatever the host.</summary>
public sealed class PolicyPublisherTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly PublishingWorld _world = new();

    private MtaStsPolicyPublisher Publisher => new(_world.PolicyHost, _world, _world.Options);

    [Fact]
    public async Task The_file_is_stored_and_seen_and_no_record_is_touched()
    {
        var result = await Publisher.ApplyAsync(await PlanAsync(Testing), cancellationToken: Stop);

        Assert.Equal([StepState.Changed, StepState.Verified], result.Steps.Select(step => step.State));
        Assert.Equal(Testing.ToString(), _world.File);
        Assert.Equal([Foreign], _world.Texts);
        Assert.True(result.AllAgree);
    }

    [Fact]
    public async Task An_enforcing_policy_that_would_stop_mail_is_refused_and_nothing_is_written()
    {
        var plan = await PlanAsync(Enforcing with { Mx = ["other.example.com"] });

        Assert.Contains(plan.Findings, finding => finding.IsOf(PublishingRules.EnforceWouldRefuse));
        await Assert.ThrowsAsync<PublishRefusedException>(() => Publisher.ApplyAsync(plan, cancellationToken: Stop));
        Assert.Null(_world.File);
    }

    [Fact]
    public async Task A_record_that_announces_another_policy_is_worth_knowing()
    {
        _world.SetTexts("v=STSv1; id=1;");
        var finding = Assert.Single((await PlanAsync(Testing)).Findings);
        Assert.Equal((PublishingRules.IdUnchanged.Id, Severity.Info), (finding.Id, finding.Severity));

        _world.Store(Testing);
        Assert.Empty((await PlanAsync(Testing)).Findings);
    }

    [Fact]
    public async Task A_host_that_needs_time_gets_it_on_top_of_the_limit()
    {
        _world.Lagging["192.0.2.1"] = null;
        var patient = new MtaStsPolicyPublisher(new SlowHost(_world.PolicyHost, TimeSpan.FromMinutes(10)), _world, _world.Options);
        var plan = await patient.PlanAsync(new PolicyFileRequest { Domain = Domain, Policy = Testing }, cancellationToken: Stop);
        var looks = 0;
        _world.At = point =>
        {
            if (point == "look" && ++looks == 60)
                _world.Lagging.Clear();
            return Task.CompletedTask;
        };

        await Assert.ThrowsAsync<ChangeStoppedException>(() => Publisher.ApplyAsync(plan, cancellationToken: Stop));
        Assert.True(looks < 60, $"{looks} looks");
        Assert.True((await patient.ApplyAsync(plan, cancellationToken: Stop)).AllAgree);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    public async Task A_domain_that_is_none_is_refused_before_anybody_is_asked(string domain)
    {
        _world.At = point => throw new InvalidOperationException(point);
        await Assert.ThrowsAsync<MtaStsFormatException>(() => Publisher.PlanAsync(new PolicyFileRequest { Domain = domain, Policy = Testing }, cancellationToken: Stop));
        await Assert.ThrowsAsync<MtaStsFormatException>(() => Publisher.PlanAsync(new PolicyFileRequest { Domain = Domain, Policy = Testing with { MaxAge = TimeSpan.FromDays(1000) } }, cancellationToken: Stop));
    }

    [Fact]
    public async Task A_failure_that_a_host_does_not_explain_says_whether_the_file_may_have_changed()
    {
        var host = new InMemoryPolicyHost { BeforeChange = () => throw new NotSupportedException("no words \u001B[31m") };
        var publisher = new MtaStsPolicyPublisher(host, _world, _world.Options);
        var plan = await publisher.PlanAsync(new PolicyFileRequest { Domain = Domain, Policy = Testing }, cancellationToken: Stop);

        var failure = await Assert.ThrowsAsync<ChangeFailedException>(() => publisher.ApplyAsync(plan, cancellationToken: Stop));

        Assert.True(failure.Cause is PolicyHostException { MayHaveChanged: true, Kind: ProviderErrorKind.Unavailable });
        Assert.DoesNotContain('\u001B', failure.Message);
        Assert.Equal([StepState.Unknown, StepState.NotRun], failure.Result.Steps.Select(step => step.State));

        host.Reading = () => throw new NotSupportedException("no words");
        Assert.False((await Assert.ThrowsAsync<PolicyHostException>(() => publisher.PlanAsync(new PolicyFileRequest { Domain = Domain, Policy = Testing }, cancellationToken: Stop))).MayHaveChanged);
    }

    [Fact]
    public async Task A_plan_of_another_kind_is_refused_before_anything_is_begun()
    {
        var plan = await _world.Publisher().PlanAsync(new PolicyPublishRequest { Domain = Domain, Policy = Testing }, cancellationToken: Stop);
        await Assert.ThrowsAsync<ArgumentException>(() => Publisher.ApplyAsync(plan, cancellationToken: Stop));
        Assert.Null(_world.File);
    }

    [Fact]
    public async Task A_host_that_promises_no_guard_is_read_once_more_before_the_change()
    {
        var host = new InMemoryPolicyHost { Capabilities = new PolicyHostCapabilities() };
        var publisher = new MtaStsPolicyPublisher(host, _world, _world.Options);
        var plan = await publisher.PlanAsync(new PolicyFileRequest { Domain = Domain, Policy = Testing }, cancellationToken: Stop);
        host.Files[Domain] = Encoding.UTF8.GetBytes("somebody else's");

        var failure = await Assert.ThrowsAsync<ChangeFailedException>(() => publisher.ApplyAsync(plan, cancellationToken: Stop));
        Assert.Equal(ProviderErrorKind.Conflict, failure.Cause.Kind);
        Assert.Equal("somebody else's", Encoding.UTF8.GetString(host.Files[Domain]));
    }

    private Task<ChangePlan> PlanAsync(MtaStsPolicy policy) => Publisher.PlanAsync(new PolicyFileRequest { Domain = Domain, Policy = policy }, cancellationToken: Stop);

    private sealed class SlowHost(IPolicyHost host, TimeSpan propagation) : IPolicyHost
    {
        public string Description => host.Description;

        public PolicyHostCapabilities Capabilities => host.Capabilities with { Propagation = propagation };

        public string? GetTarget(string domain) => host.GetTarget(domain);

        public Task<StoredPolicy> ReadAsync(string domain, CancellationToken cancellationToken) => host.ReadAsync(domain, cancellationToken);

        public Task ApplyAsync(PolicyFileChange change, CancellationToken cancellationToken) => host.ApplyAsync(change, cancellationToken);
    }
}
