using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using MtaStsTools.Dns;
using MtaStsTools.Lab;
using MtaStsTools.Sdk.Tests.Observation;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Scanning;

/// <summary>Many domains at once: bounded, shared, and not to be stopped by one of them.</summary>
public sealed class DomainScannerTests(ObservationFixture fixture) : IClassFixture<ObservationFixture>
{
    [Fact]
    public async Task Three_hundred_domains_are_observed_with_their_shared_exchanger_contacted_once()
    {
        const string Exchanger = "mx1.provider-mx.test.";
        fixture.Lab.Add(new LabScenario("provider-mx", "provider-mx.test", "The exchanger of many.") { MailHosts = [new LabMailHost()] });
        for (var i = 0; i < 300; i++)
        {
            fixture.Lab.Add(new LabScenario($"bulk-{i}", $"bulk-{i}.test", "One of many.")
            {
                Records = [LabRecord.Txt("_mta-sts", "v=STSv1; id=1;"), LabRecord.Mx("@", 10, Exchanger)],
            });
        }

        using var observer = new DomainObserver(fixture.Patient);
        var seen = await CollectAsync(new DomainScanner(observer).ScanAsync(Names(Enumerable.Range(0, 300).Select(i => $"bulk-{i}.test")), TestContext.Current.CancellationToken));

        Assert.Equal(300, seen.Select(o => o.Domain).Distinct(StringComparer.Ordinal).Count());
        Assert.All(seen, o =>
        {
            Assert.Null(o.Failure);
            Assert.Equal(DnsOutcome.Answered, o.Record.Lookup.Outcome);
            Assert.Equal(SmtpOutcome.TlsEstablished, Assert.Single(Assert.Single(o.MailExchangers).Sessions).Outcome);
        });
        Assert.Single(fixture.Lab.Events.OfType<LabConnection>(), e => e.Host == Exchanger.TrimEnd('.'));
        Assert.Equal(2, fixture.Lab.Events.OfType<LabDnsQuery>().Count(q => q.Name == Exchanger.TrimEnd('.')));
    }

    [Fact]
    public async Task Questions_and_connections_stay_within_the_throttle_limit_and_are_shared()
    {
        var resolver = new FakeResolver(FakeResolver.SharedExchanger);
        var connector = new FakeConnector(static async (_, stop) =>
        {
            await Task.Delay(1, stop);
            throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused);
        });
        using var observer = new DomainObserver(new ObservationOptions { ThrottleLimit = 4 }, resolver, connector);

        var seen = await CollectAsync(new DomainScanner(observer).ScanAsync(Names(Enumerable.Range(0, 500).Select(i => $"a{i}.parent.example")), TestContext.Current.CancellationToken));

        Assert.Equal(500, seen.Count);
        Assert.InRange(connector.MostAtOnceTo(25), 1, 4);
        Assert.InRange(connector.MostAtOnceTo(443), 1, 4);
        Assert.InRange(resolver.MostAtOnce, 1, 16);
        Assert.Equal(1, resolver.Asked["A mx.shared.test"]);
        Assert.Equal(1, resolver.Asked["TLSA _25._tcp.mx.shared.test"]);
        Assert.Equal(1, resolver.Asked["TXT _mta-sts.parent.example"]);
        Assert.Single(connector.Asked, endPoint => endPoint.Port == 25);
    }

    [Fact]
    public async Task No_more_names_are_taken_than_can_be_worked_on()
    {
        var taken = 0;
        using var observer = new DomainObserver(new ObservationOptions { ThrottleLimit = 2, SkipSmtp = true }, new FakeResolver(static (_, _) => null));

        var count = 0;
        await foreach (var seen in new DomainScanner(observer).ScanAsync(Endless(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken))
        {
            Assert.NotNull(seen);
            if (++count == 20)
            {
                await Task.Delay(200, TestContext.Current.CancellationToken);
                Assert.InRange(taken, 20, 40);
                break;
            }
        }

        var after = taken;
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(after, taken);

        async IAsyncEnumerable<string> Endless([EnumeratorCancellation] CancellationToken stop = default)
        {
            while (!stop.IsCancellationRequested)
            {
                await Task.Yield();
                yield return $"n{Interlocked.Increment(ref taken)}.example";
            }
        }
    }

    [Fact]
    public async Task A_bad_name_or_an_unforeseen_failure_is_a_fact_among_others()
    {
        var resolver = new FakeResolver(static (name, _) => name.Contains("boom", StringComparison.Ordinal) ? throw new NotSupportedException("\u001bboom") : null);
        using var observer = new DomainObserver(new ObservationOptions { SkipSmtp = true }, resolver);

        var seen = await CollectAsync(
            new DomainScanner(observer).ScanAsync(Names(["one.example", "bad\u001b..name", "boom.example", "two.example"]), TestContext.Current.CancellationToken));

        Assert.Equal(4, seen.Count);
        Assert.Equal(["one.example", "two.example"], seen.Where(o => o.Failure is null).Select(o => o.Domain).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(@"\u001Bboom", Assert.Single(seen, o => o.Domain == "boom.example").Failure);
        var bad = Assert.Single(seen, o => o.Domain == @"bad\u001B..name");
        Assert.Equal((DnsOutcome.NotAsked, DnsOutcome.NotAsked), (bad.Record.Lookup.Outcome, bad.Mx.Lookup.Outcome));
        await Assert.ThrowsAsync<MtaStsFormatException>(() => observer.ObserveAsync("bad..name", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task No_failure_of_a_step_is_left_unobserved()
    {
        using var unobserved = new UnobservedFailures<MarkedException>();
        var resolver = new FakeResolver(static (name, type) => type is DnsRecordType.MX ? FakeResolver.SharedExchanger(name, type) : throw new MarkedException());
        using var observer = new DomainObserver(new ObservationOptions(), resolver, FakeConnector.Blocked());

        await CollectAsync(new DomainScanner(observer).ScanAsync(Names(Enumerable.Range(0, 300).Select(i => $"d{i}.example")), TestContext.Current.CancellationToken));

        Assert.Equal(0, unobserved.Count());
    }

    /// <summary>
    /// Every way in which a domain of the lab can fail, again and again; <c>MTASTS_UNOBSERVED_DOMAINS=20000</c> makes it a run of that many. Whatever it
    /// leaves behind, of whatever kind, shows when the tasks are collected.
    /// </summary>
    [Fact]
    public async Task No_failure_is_left_unobserved_in_a_run_of_every_kind_of_domain()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("MTASTS_UNOBSERVED_DOMAINS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 400;
        using var unobserved = new UnobservedFailures<Exception>(IsOfTheLibrary);
        using var observer = new DomainObserver(fixture.Options with
        {
            ThrottleLimit = 64,
            DnsTimeout = TimeSpan.FromSeconds(2),
            ConnectTimeout = TimeSpan.FromSeconds(1),
            GreetingTimeout = TimeSpan.FromSeconds(1),
            HandshakeTimeout = TimeSpan.FromSeconds(1),
            HttpTimeout = TimeSpan.FromSeconds(1),
            DomainTimeout = TimeSpan.FromSeconds(10),
        });
        // One in two hundred keeps the run waiting: were it more, 20,000 would take hours.
        var quick = fixture.Lab.Scenarios.Where(scenario => !scenario.KeepsWaiting).Select(scenario => scenario.Domain).ToList();
        var slow = fixture.Lab.Scenarios.Where(scenario => scenario.KeepsWaiting).Select(scenario => scenario.Domain).ToList();
        var names = Enumerable.Range(0, count).Select(i => i % 200 == 0 ? slow[i / 200 % slow.Count] : quick[i % quick.Count]);

        var seen = 0;
        await foreach (var observation in new DomainScanner(observer).ScanAsync(Names(names), TestContext.Current.CancellationToken))
        {
            Assert.NotNull(observation);
            if (++seen % 1000 == 0)
                TestContext.Current.SendDiagnosticMessage($"{seen} domains, {unobserved.Count()} failures that nobody observed");
        }

        Assert.Equal((count, 0), (seen, unobserved.Count()));
    }

    [Fact]
    public async Task A_failure_of_the_source_reaches_the_reader()
    {
        using var observer = new DomainObserver(new ObservationOptions { SkipSmtp = true }, new FakeResolver(static (_, _) => null));

        await Assert.ThrowsAsync<InvalidDataException>(async () => await CollectAsync(new DomainScanner(observer).ScanAsync(Broken(), TestContext.Current.CancellationToken)));

        static async IAsyncEnumerable<string> Broken()
        {
            yield return "one.example";
            await Task.Yield();
            throw new InvalidDataException("the file ends in the middle");
        }
    }

    [Fact]
    public async Task A_blocked_port_25_is_seen_as_timeouts_within_the_limit()
    {
        using var observer = new DomainObserver(
            new ObservationOptions { ConnectTimeout = TimeSpan.FromMilliseconds(200) }, new FakeResolver(FakeResolver.SharedExchanger), FakeConnector.Blocked());
        var watch = Stopwatch.StartNew();

        var seen = await CollectAsync(new DomainScanner(observer).ScanAsync(Names(["a.example", "b.example"]), TestContext.Current.CancellationToken));

        Assert.All(seen, o => Assert.Equal(
            (SmtpOutcome.ConnectTimeout, "no connection within 200 ms"),
            (o.MailExchangers[0].Sessions[0].Outcome, o.MailExchangers[0].Sessions[0].Detail)));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
    }

    [Theory]
    [InlineData("mx-silent")]
    [InlineData("policy-silent")]
    [InlineData("handshake-silent")]
    [InlineData("http-silent")]
    [InlineData("mx-tls-silent")]
    [InlineData("timeout")]
    public async Task Cancelling_ends_every_kind_of_wait_at_once(string scenario)
    {
        using var observer = new DomainObserver(fixture.Patient);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var one = observer.ObserveAsync($"{scenario}.test", stop.Token);
        var many = CollectAsync(new DomainScanner(observer).ScanAsync(Names([$"{scenario}.test"]), stop.Token));
        await Task.Delay(800, TestContext.Current.CancellationToken);
        Assert.False(one.IsCompleted);
        var watch = Stopwatch.StartNew();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => many);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    private sealed class MarkedException : Exception;

    /// <summary>The servers of tests that run beside leave failures of their own.</summary>
    private static bool IsOfTheLibrary(Exception exception) => exception.StackTrace is not { } trace
        || !(trace.Contains("MtaStsTools.Lab.", StringComparison.Ordinal) || trace.Contains("MtaStsTools.Sdk.Tests.", StringComparison.Ordinal));

    private static async Task<List<DomainObservation>> CollectAsync(IAsyncEnumerable<DomainObservation> source)
    {
        var all = new List<DomainObservation>();
        await foreach (var observation in source)
            all.Add(observation);
        return all;
    }

    private static async IAsyncEnumerable<string> Names(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            await Task.Yield();
            yield return name;
        }
    }
}
