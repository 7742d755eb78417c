using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using Xunit;
using static MtaStsTools.Sdk.Tests.Publishing.PublishingLab;

namespace MtaStsTools.Sdk.Tests.Publishing;

/// <summary>Applying a plan: the steps in their order, and the state of each whatever happens.</summary>
public sealed class PlanRunTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly MtaStsRecordPublisherOptions Once = new() { ReadBackTimeLimit = TimeSpan.Zero };

    [Fact]
    public async Task A_failing_step_stops_the_plan_and_leaves_the_state_of_each()
    {
        var provider = new InMemoryProvider("v=STSv1; id=1;");
        var publisher = new MtaStsRecordPublisher(provider, Once);
        var unchanged = (await PlanAsync(publisher, "1")).Only();
        var first = (await PlanAsync(publisher, "2")).Only();

        // The same step once more expects what the first has changed.
        var plan = new ChangePlan { Steps = [unchanged, first, first, first] };
        var failure = await Assert.ThrowsAsync<ChangeFailedException>(() => publisher.ApplyAsync(plan, cancellationToken: Stop));

        Assert.Equal([StepState.Unchanged, StepState.Changed, StepState.Failed, StepState.NotRun], failure.Result.Steps.Select(step => step.State));
        Assert.Equal([true, true, false, false], failure.Result.Steps.Select(step => step.AllAgree));
        Assert.Equal(ProviderErrorKind.Conflict, failure.Cause.Kind);
        Assert.Equal(failure.Cause.Message, failure.Message);
        Assert.True(failure.Result.Changed);
        Assert.False(failure.Result.AllAgree);
        Assert.Equal("v=STSv1; id=2;", Assert.Single(provider.Values).Text);
    }

    [Fact]
    public async Task Cancelling_while_the_change_is_on_its_way_says_that_it_may_have_been_made()
    {
        using var cancel = new CancellationTokenSource();
        var publisher = new MtaStsRecordPublisher(new InMemoryProvider { BeforeChange = cancel.Cancel }, Once);

        var cancelled = await Assert.ThrowsAsync<ChangeCanceledException>(async () => await publisher.ApplyAsync(await PlanAsync(publisher, "1"), cancellationToken: cancel.Token));

        Assert.Equal(StepState.Unknown, Assert.Single(cancelled.Result.Steps).State);
        Assert.Contains("whether the change was made is not known", cancelled.Message, StringComparison.Ordinal);
        Assert.Contains("example.com", cancelled.Message, StringComparison.Ordinal);
        Assert.Equal(cancel.Token, cancelled.CancellationToken);
    }

    [Fact]
    public async Task Cancelling_before_says_that_nothing_was_changed()
    {
        using var cancel = new CancellationTokenSource();
        var provider = new InMemoryProvider();
        var publisher = new MtaStsRecordPublisher(provider, Once);
        var plan = await PlanAsync(publisher, "1");
        await cancel.CancelAsync();

        var cancelled = await Assert.ThrowsAsync<ChangeCanceledException>(() => publisher.ApplyAsync(plan, cancellationToken: cancel.Token));

        Assert.Equal(StepState.NotRun, Assert.Single(cancelled.Result.Steps).State);
        Assert.Equal("Cancelled before anything was changed.", cancelled.Message);
        Assert.Empty(provider.Values);
    }

    [Fact]
    public async Task Cancelling_while_reading_back_says_that_the_change_is_made()
    {
        using var cancel = new CancellationTokenSource();
        var provider = new InMemoryProvider { NameServersTask = new TaskCompletionSource<IReadOnlyList<ZoneNameServer>>().Task };
        var publisher = new MtaStsRecordPublisher(provider);
        var progress = new CallbackProgress(report =>
        {
            if (report.Stage == PublishStage.ReadingBack)
                cancel.Cancel();
        });

        var cancelled = await Assert.ThrowsAsync<ChangeCanceledException>(async () => await publisher.ApplyAsync(await PlanAsync(publisher, "1"), progress, cancel.Token));

        Assert.Equal(StepState.Changed, Assert.Single(cancelled.Result.Steps).State);
        Assert.Contains("after the record of example.com was changed", cancelled.Message, StringComparison.Ordinal);
        Assert.Single(provider.Values);
    }

    [Fact]
    public async Task Whatever_a_provider_throws_while_it_writes_the_change_may_have_been_made()
    {
        var publisher = new MtaStsRecordPublisher(new InMemoryProvider { BeforeChange = () => throw new FormatException("No such thing.") }, Once);

        var failure = await Assert.ThrowsAsync<ChangeFailedException>(async () => await publisher.ApplyAsync(await PlanAsync(publisher, "1"), cancellationToken: Stop));

        Assert.Equal((ProviderErrorKind.Unavailable, true), (failure.Cause.Kind, failure.Cause.MayHaveChanged));
        Assert.Equal(StepState.Unknown, Assert.Single(failure.Result.Steps).State);
        Assert.Contains("No such thing.", failure.Message, StringComparison.Ordinal);
        Assert.IsType<FormatException>(failure.Cause.InnerException);
    }

    [Fact]
    public async Task Whatever_a_provider_throws_while_it_reads_is_an_error_of_the_provider_and_no_doubt()
    {
        var publisher = new MtaStsRecordPublisher(new InMemoryProvider { Reading = () => throw new FormatException("No such thing.") }, Once);

        var error = await Assert.ThrowsAsync<DnsProviderException>(() => PlanAsync(publisher, "1"));

        Assert.Equal((ProviderErrorKind.Unavailable, false), (error.Kind, error.MayHaveChanged));
        Assert.Contains("No such thing.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_a_provider_throws_after_the_change_the_change_is_told()
    {
        var provider = new InMemoryProvider { NameServersTask = Task.FromException<IReadOnlyList<ZoneNameServer>>(new FormatException("No list.")) };
        var publisher = new MtaStsRecordPublisher(provider, Once);
        var plan = await PlanAsync(publisher, "1");
        provider.Reading = () => throw new FormatException("No such thing.");

        var result = (await publisher.ApplyAsync(plan, cancellationToken: Stop)).Only();

        Assert.True(result.Changed);
        Assert.Equal(ServerAgreement.NoAnswer, Assert.Single(result.Servers).Agreement);
        Assert.Contains("No such thing.", result.Servers[0].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v=STSv1; id=theirs;")]
    [InlineData("v=STSv1; id=1;", "news")]
    [InlineData]
    public async Task A_provider_that_is_not_guarded_is_read_once_more_before_the_change(params string[] meanwhile)
    {
        var provider = new InMemoryProvider("v=STSv1; id=1;") { Capabilities = new() { ReadsAtSource = true } };
        var publisher = new MtaStsRecordPublisher(provider, Once);
        var plan = await PlanAsync(publisher, "2");
        provider.Set(new TxtRecordSet { RecordName = "_mta-sts.example.com", Values = [.. meanwhile.Select(TxtValue.FromText)] });

        var failure = await Assert.ThrowsAsync<ChangeFailedException>(() => publisher.ApplyAsync(plan, cancellationToken: Stop));

        Assert.Equal((ProviderErrorKind.Conflict, false), (failure.Cause.Kind, failure.Cause.MayHaveChanged));
        Assert.Equal(meanwhile, provider.Values.Select(value => value.Text), StringComparer.Ordinal);

        var again = (await publisher.ApplyAsync(await PlanAsync(publisher, "2"), cancellationToken: Stop)).Only();
        Assert.True(again.Changed && again.AllAgree);
    }

    [Fact]
    public async Task An_alias_that_appears_at_a_provider_that_is_not_guarded_is_a_conflict()
    {
        var provider = new InMemoryProvider { Capabilities = new() { ReadsAtSource = true } };
        var publisher = new MtaStsRecordPublisher(provider, Once);
        var plan = await PlanAsync(publisher, "2");
        provider.Set(new TxtRecordSet { RecordName = "_mta-sts.example.com", Alias = "elsewhere.example" });

        var failure = await Assert.ThrowsAsync<ChangeFailedException>(() => publisher.ApplyAsync(plan, cancellationToken: Stop));
        Assert.Equal(ProviderErrorKind.Conflict, failure.Cause.Kind);
    }

    [Fact]
    public async Task A_step_says_what_must_be_true_what_it_does_and_how_that_is_checked()
    {
        var step = (await PlanAsync(new MtaStsRecordPublisher(new InMemoryProvider("v=STSv1; id=1;", "x"), Once), "2")).Only();
        Assert.Equal("_mta-sts.example.com has exactly the 2 TXT records that it had when it was read.", step.Precondition);
        Assert.Equal("1 TXT record removed and 1 TXT record added at _mta-sts.example.com in the zone example.com, by memory.", step.Action);
        Assert.Equal("Every authoritative server of the zone example.com is asked for _mta-sts.example.com until it answers with v=STSv1; id=2;.", step.Verification);

        var first = (await PlanAsync(new MtaStsRecordPublisher(new InMemoryProvider(), Once), "2")).Only();
        Assert.Equal("_mta-sts.example.com has neither TXT records nor an alias.", first.Precondition);
        Assert.Equal("0 TXT records removed and 1 TXT record added at _mta-sts.example.com in the zone example.com, by memory.", first.Action);
    }

    [Fact]
    public async Task A_step_of_another_kind_is_refused_before_anything_is_done()
    {
        var provider = new InMemoryProvider();
        var publisher = new MtaStsRecordPublisher(provider, Once);
        var plan = new ChangePlan { Steps = [(await PlanAsync(publisher, "1")).Only(), new OtherStep()] };
        await Assert.ThrowsAsync<ArgumentException>(() => publisher.ApplyAsync(plan, cancellationToken: Stop));
        Assert.Empty(provider.Values);
    }

    [Theory]
    [InlineData(60.5)]
    [InlineData(0.001)]
    public async Task A_time_to_live_is_whole_seconds(double seconds) => await Assert.ThrowsAsync<ArgumentException>(
        () => new MtaStsRecordPublisher(new InMemoryProvider()).PlanAsync(new() { Domain = "example.com", Id = "1", Ttl = TimeSpan.FromSeconds(seconds) }, cancellationToken: Stop));

    [Fact]
    public async Task The_least_time_to_live_of_a_provider_is_the_default_and_less_is_refused()
    {
        var publisher = new MtaStsRecordPublisher(new InMemoryProvider { Capabilities = new() { LeastTtl = TimeSpan.FromHours(2) } });
        Assert.Equal(TimeSpan.FromHours(2), (await PlanAsync(publisher, "1")).Only().Change.Ttl);
        var error = await Assert.ThrowsAsync<ArgumentException>(() => publisher.PlanAsync(new() { Domain = "example.com", Id = "1", Ttl = TimeSpan.FromHours(1) }, cancellationToken: Stop));
        Assert.Contains("7200 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_that_leaves_no_room_for_its_record_is_an_argument_error_for_both_changes()
    {
        var domain = string.Join('.', new string('a', 63), new string('b', 63), new string('c', 63), new string('d', 53));
        var publisher = new MtaStsRecordPublisher(new InMemoryProvider { Zone = domain });
        Assert.Equal(245, domain.Length);
        await Assert.ThrowsAsync<ArgumentException>(() => publisher.PlanAsync(new() { Domain = domain, Id = "1" }, cancellationToken: Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => publisher.PlanRemovalAsync(new() { Domain = domain }, cancellationToken: Stop));

        var longest = domain[..^1];
        var fits = new MtaStsRecordPublisher(new InMemoryProvider { Zone = longest });
        Assert.False((await fits.PlanAsync(new() { Domain = longest, Id = "1" }, cancellationToken: Stop)).IsEmpty);
    }

    private static Task<ChangePlan> PlanAsync(MtaStsRecordPublisher publisher, string id) => publisher.PlanAsync(new() { Domain = "example.com", Id = id }, cancellationToken: Stop);

    private sealed class CallbackProgress(Action<PublishProgress> report) : IProgress<PublishProgress>
    {
        public void Report(PublishProgress value) => report(value);
    }

    private sealed class OtherStep : IChangeStep
    {
        public string Domain => "example.com";

        public string Provider => "";

        public string Reason => "";

        public IReadOnlyList<Finding> Findings => [];

        public bool IsEmpty => false;

        public string Precondition => "";

        public string Action => "";

        public string Verification => "";
    }
}
