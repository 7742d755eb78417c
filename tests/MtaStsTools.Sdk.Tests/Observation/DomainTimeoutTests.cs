using System.Net;
using MtaStsTools.Dns;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Observation;

/// <summary>A domain has a time limit of its own; the other limits are far beyond it here, so that without it nothing would end.</summary>
public sealed class DomainTimeoutTests(ObservationFixture fixture) : IClassFixture<ObservationFixture>
{
    private const string Reason = "the time limit of 300 ms for a domain was over first";

    private static readonly TimeSpan Patient = TimeSpan.FromHours(1);

    private static readonly ObservationOptions Options = new()
    {
        DomainTimeout = TimeSpan.FromMilliseconds(300),
        DnsTimeout = Patient,
        ConnectTimeout = Patient,
        GreetingTimeout = Patient,
        HandshakeTimeout = Patient,
        HttpTimeout = Patient,
        ThrottleLimit = 4,
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_sixty_four_silent_exchangers_none_is_known_and_each_says_why()
    {
        using var observer = new DomainObserver(Options, new FakeResolver(ManyExchangers), FakeConnector.Blocked());

        var seen = await observer.ObserveAsync("slow.example", Stop);

        Assert.Equal(64, seen.MailExchangers.Count);
        Assert.All(seen.MailExchangers.SelectMany(host => host.Sessions), session => Assert.Equal((SmtpOutcome.NotReached, Reason), (session.Outcome, session.Detail)));
        Assert.Equal((PolicyFetchOutcome.NotReached, Reason), (seen.PolicyHost.Fetches[0].Outcome, seen.PolicyHost.Fetches[0].Detail));
        Assert.Equal(DnsOutcome.Answered, seen.Mx.Lookup.Outcome);
    }

    [Fact]
    public async Task What_was_not_reached_is_unknown_and_the_report_says_so()
    {
        using var observer = new DomainObserver(Options, new FakeResolver(ManyExchangers), FakeConnector.Blocked());

        var report = DomainAssessor.Assess(await observer.ObserveAsync("slow.example", Stop));

        Assert.Equal(Verdict.Indeterminate, report.Verdict);
        Assert.Null(report.MailFlowsUnderEnforce);
        Assert.All(report.MailExchangers, host => Assert.Equal(SenderOutcome.Unknown, host.Outcome));
        Assert.All(report.MailExchangers, host => Assert.Contains(Reason, Assert.Single(host.Findings).Message, StringComparison.Ordinal));
        Assert.Contains(report.Findings, finding => finding.Id == PolicyHostRules.PolicyNotReached.Id && finding.Message.Contains(Reason, StringComparison.Ordinal));
        Assert.DoesNotContain(report.Findings, finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public async Task Tarpits_are_left_when_the_time_of_the_domain_is_over()
    {
        var seen = await fixture.ObserveAsync("mx-tarpits", o => o with { DomainTimeout = TimeSpan.FromSeconds(2), GreetingTimeout = Patient });

        Assert.Equal(8, seen.MailExchangers.Count);
        Assert.All(seen.MailExchangers, host => Assert.Equal(SmtpOutcome.NotReached, Assert.Single(host.Sessions).Outcome));
        Assert.Equal(PolicyFetchOutcome.Answered, Assert.Single(seen.PolicyHost.Fetches).Outcome);
    }

    [Fact]
    public async Task Questions_without_an_answer_end_with_the_domain()
    {
        using var observer = new DomainObserver(Options, new SilentResolver(), FakeConnector.Blocked());

        var seen = await observer.ObserveAsync("slow.example", Stop);

        Assert.Equal((DnsOutcome.NotAsked, Reason), (seen.Record.Lookup.Outcome, seen.Record.Lookup.Detail));
        Assert.Equal((DnsOutcome.NotAsked, Reason), (seen.Mx.Lookup.Outcome, seen.Mx.Lookup.Detail));
        Assert.Equal(Verdict.Indeterminate, DomainAssessor.Assess(seen).Verdict);
    }

    [Fact]
    public async Task In_a_scan_a_silent_exchanger_that_many_share_holds_none_of_them_up()
    {
        using var observer = new DomainObserver(Options, new FakeResolver(FakeResolver.SharedExchanger), FakeConnector.Blocked());
        var seen = new List<DomainObservation>();

        await foreach (var one in new DomainScanner(observer).ScanAsync(Enumerable.Range(0, 20).Select(i => $"d{i}.example").ToAsyncEnumerable(), Stop))
            seen.Add(one);

        Assert.Equal(20, seen.Count);
        Assert.All(seen, one => Assert.Null(one.Failure));
        Assert.All(seen, one => Assert.NotEqual(SenderOutcome.Deliver, DomainAssessor.Assess(one).MailExchangers[0].Outcome));
    }

    private static DnsAnswer? ManyExchangers(string name, DnsRecordType type) => type switch
    {
        DnsRecordType.MX => FakeResolver.Lookup(name, type) with { MailExchangers = [.. Enumerable.Range(0, 70).Select(i => new MxFact(10, $"mx{i}.slow.example"))] },
        DnsRecordType.A => FakeResolver.Lookup(name, type) with { Addresses = [IPAddress.Parse("198.41.0.4")] },
        DnsRecordType.TXT when name.StartsWith("_mta-sts.", StringComparison.Ordinal) => FakeResolver.Lookup(name, type) with { Texts = [new TxtFact(["v=STSv1; id=1"])] },
        _ => null,
    };

    /// <summary>Every question is asked and none answered.</summary>
    private sealed class SilentResolver : IDnsResolver
    {
        public async Task<DnsAnswer> QueryAsync(string name, DnsRecordType type, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Nothing ends this wait but its token.");
        }
    }
}
