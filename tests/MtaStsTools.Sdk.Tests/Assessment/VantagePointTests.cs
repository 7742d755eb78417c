using Xunit;
using static MtaStsTools.Sdk.Tests.Assessment.Seen;

namespace MtaStsTools.Sdk.Tests.Assessment;

public sealed class VantagePointTests
{
    private static readonly DomainObservation Blocked = Sound().WithFailedSession(SmtpOutcome.ConnectTimeout);

    [Fact]
    public void What_was_seen_where_port_25_is_open_wins_whatever_the_order()
    {
        foreach (var seen in new DomainObservation[][] { [Blocked, Sound()], [Sound(), Blocked] })
        {
            var report = DomainAssessor.Assess(seen);
            Assert.Equal((Verdict.Pass, (bool?)true), (report.Verdict, report.MailFlowsUnderEnforce));
        }
    }

    /// <summary>Outcomes of a lookup, the more certain first; those of one line are equals.</summary>
    private static readonly DnsOutcome[][] ByCertainty =
    [
        [DnsOutcome.Answered],
        [DnsOutcome.NoData, DnsOutcome.NameDoesNotExist],
        [DnsOutcome.ServerFailure, DnsOutcome.Refused, DnsOutcome.Timeout, DnsOutcome.AliasLoop, DnsOutcome.Failed],
        [DnsOutcome.NotAsked],
    ];

    /// <summary>Outcomes of a session, in the same way.</summary>
    private static readonly SmtpOutcome[][] SessionsByCertainty =
    [
        [SmtpOutcome.TlsEstablished],
        [SmtpOutcome.StartTlsNotOffered, SmtpOutcome.StartTlsRefused, SmtpOutcome.TlsFailed, SmtpOutcome.TlsTooOld],
        [SmtpOutcome.Rejected, SmtpOutcome.ReplyTimeout, SmtpOutcome.ProtocolError],
        [SmtpOutcome.ConnectFailed, SmtpOutcome.ConnectTimeout],
        [SmtpOutcome.AddressNotAllowed, SmtpOutcome.NotReached],
    ];

    public static TheoryData<DnsOutcome, DnsOutcome> Lookups => Pairs(ByCertainty);

    public static TheoryData<SmtpOutcome, SmtpOutcome> Sessions => Pairs(SessionsByCertainty);

    [Theory, MemberData(nameof(Lookups))]
    public void Of_each_lookup_the_more_certain_answer_counts_and_of_equals_the_first(DnsOutcome better, DnsOutcome worse)
    {
        foreach (var merged in BothWays(Looking(better), Looking(worse), equals: IsSame(ByCertainty, better, worse)))
        {
            Assert.Equal((better, better, better), (merged.Record.Lookup.Outcome, merged.TlsReporting.Lookup.Outcome, merged.Mx.Lookup.Outcome));
            Assert.Equal((better, better), (merged.ParentRecord!.Lookup.Outcome, merged.PolicyHost.Addresses.IPv4.Outcome));
            Assert.Equal((better, better), (merged.MailExchangers[0].Addresses.IPv4.Outcome, merged.MailExchangers[0].Tlsa.Lookup.Outcome));
        }
    }

    [Theory, MemberData(nameof(Sessions))]
    public void Of_each_address_the_session_that_came_further_counts_and_of_equals_the_first(SmtpOutcome better, SmtpOutcome worse)
    {
        foreach (var merged in BothWays(Sound().WithSession(session => session with { Outcome = better }), Sound().WithSession(session => session with { Outcome = worse }), IsSame(SessionsByCertainty, better, worse)))
            Assert.Equal(better, Assert.Single(merged.MailExchangers[0].Sessions).Outcome);
    }

    [Fact]
    public void An_answer_that_DNSSEC_vouches_for_comes_before_one_that_it_does_not()
    {
        foreach (var merged in BothWays(DaneCases.Matching(), DaneCases.Matching().WithTlsa(authenticated: false), equals: false))
            Assert.True(merged.MailExchangers[0].Tlsa.Lookup.Authenticated);
    }

    [Fact]
    public void A_policy_host_that_answered_comes_before_one_that_was_tried_and_that_before_one_that_was_not()
    {
        var untried = Sound().WithFetches();
        var failed = Sound().WithFailedFetch(PolicyFetchOutcome.ConnectTimeout).WithPolicyAddressesOnly(NoAddresses(PolicyHost, DnsOutcome.ServerFailure));

        Assert.All(BothWays(failed, untried, equals: false), merged => Assert.Single(merged.PolicyHost.Fetches));
        Assert.All(BothWays(Sound().WithPolicyAddressesOnly(NoAddresses(PolicyHost, DnsOutcome.ServerFailure)), failed, equals: false), merged => Assert.Equal(PolicyFetchOutcome.Answered, merged.PolicyHost.Fetches[0].Outcome));
        Assert.Equal(Verdict.Pass, DomainAssessor.Assess([Sound().WithFailedFetch(PolicyFetchOutcome.ConnectTimeout), Sound()]).Verdict);
    }

    [Fact]
    public void Of_equal_sessions_the_one_that_kept_the_certificate_counts() =>
        Assert.All(BothWays(DaneCases.Matching(), DaneCases.Matching().WithMxCertificate(seen => seen.WithFacts(facts => facts with { Der = null })), equals: false), merged => Assert.NotNull(merged.MailExchangers[0].Sessions[0].Certificate!.Certificate.Der));

    [Fact]
    public void A_mismatch_that_was_seen_comes_before_a_TLSA_lookup_that_failed() =>
        Assert.Equal(DaneStatus.Mismatch, DomainAssessor.Assess([RuleCases.All[DaneRules.LookupFailed], RuleCases.All[DaneRules.Mismatch]]).MailExchangers[0].Dane);

    [Fact]
    public void The_hosts_are_those_of_the_MX_answer_that_counts_with_the_sessions_of_all_places()
    {
        var here = Sound().WithHosts(MailHost(Mx, 5, "192.0.2.25"), MailHost("only-here.example.com", 10));
        var there = Sound().WithHosts(MailHost(Mx.ToUpperInvariant(), 50, "192.0.2.26"), MailHost("only-there.example.com", 10));

        var merged = DomainAssessor.Assess([here, there]).Observation;

        Assert.Equal([Mx, "only-here.example.com"], merged.MailExchangers.Select(host => host.Host));
        Assert.Equal([5, 10], merged.MailExchangers.Select(host => host.Preference));
        Assert.Equal(["192.0.2.25", "192.0.2.26"], merged.MailExchangers[0].Sessions.Select(session => session.Address));
    }

    [Fact]
    public void What_only_one_place_was_allowed_or_left_out_does_not_hold_for_all()
    {
        var inside = Sound().WithHost(host => host with { Addresses = Addresses(Mx, "10.0.0.25") });

        Assert.Contains(DomainAssessor.Assess([inside with { PrivateAddressesAllowed = true }, inside]).Findings, finding => finding.Id == MailExchangerRules.NotGlobal.Id);
        Assert.DoesNotContain(DomainAssessor.Assess([inside with { PrivateAddressesAllowed = true }, inside with { PrivateAddressesAllowed = true }]).Findings, finding => finding.Id == MailExchangerRules.NotGlobal.Id);
        Assert.False(DomainAssessor.Assess([Sound() with { SmtpSkipped = true }, Sound()]).Observation.SmtpSkipped);
        Assert.True(DomainAssessor.Assess([Sound() with { SmtpSkipped = true }, Sound() with { SmtpSkipped = true }]).Observation.SmtpSkipped);
    }

    [Fact]
    public void The_report_is_of_the_latest_time_and_took_the_longest()
    {
        var report = DomainAssessor.Assess([Sound() with { Duration = TimeSpan.FromSeconds(9) }, Sound() with { ObservedAt = Now.AddHours(1), Duration = TimeSpan.FromSeconds(3) }]);

        Assert.Equal((Now.AddHours(1), TimeSpan.FromSeconds(9)), (report.ObservedAt, report.Duration));
    }

    [Fact]
    public void A_domain_is_the_same_in_either_case() => Assert.Equal(Domain, DomainAssessor.Assess([Sound(), Sound() with { Domain = Domain.ToUpperInvariant() }]).Domain);

    [Fact]
    public void A_failed_lookup_gives_way_to_an_answer() =>
        Assert.Equal(Verdict.Pass, DomainAssessor.Assess([Sound().WithRecordLookup(DnsOutcome.ServerFailure), Sound().WithMxLookup(DnsOutcome.Timeout)]).Verdict);

    [Fact]
    public void A_refusal_that_only_one_place_saw_counts() =>
        Assert.Equal(Verdict.Fail, DomainAssessor.Assess([Blocked, Sound().WithFailedSession(SmtpOutcome.StartTlsNotOffered)]).Verdict);

    [Fact]
    public void Observations_of_several_domains_or_none_are_refused()
    {
        Assert.Throws<ArgumentException>(() => DomainAssessor.Assess([]));
        Assert.Throws<ArgumentException>(() => DomainAssessor.Assess([Sound(), Sound() with { Domain = "example.org" }]));
    }

    [Fact]
    public void Blocked_port_25_is_said_once_for_a_domain_and_not_for_each_host()
    {
        var report = DomainAssessor.Assess(Sound().WithHosts(MailHost(Mx), MailHost("mx2.example.com", 20)).WithPolicy(PolicyText("enforce", "*.example.com")).WithFailedSession(SmtpOutcome.ConnectTimeout));

        Assert.Equal(MailExchangerRules.Port25Blocked.Id, Assert.Single(report.Findings).Id);
        Assert.All(report.MailExchangers, host => Assert.Equal(SenderOutcome.Unknown, host.Outcome));
    }

    [Fact]
    public void Where_port_25_is_known_to_be_open_a_time_out_is_a_matter_of_the_host() =>
        Assert.Equal(MailExchangerRules.Unreachable.Id, Assert.Single(DomainAssessor.Assess(Blocked, new AssessmentOptions { Port25IsOpen = true }).Findings).Id);

    [Fact]
    public void A_run_recognises_a_blocked_port_from_several_domains_and_unlearns_it_at_the_first_answer()
    {
        var watch = new Port25Watch();
        watch.Add(Sound().WithHost(host => host with { Sessions = [] }));
        for (var i = 1; i < Port25Watch.DomainsNeeded; i++)
            watch.Add(Blocked);
        Assert.False(watch.SeemsBlocked);

        watch.Add(Blocked);
        Assert.True(watch.SeemsBlocked);

        watch.Add(Sound().WithFailedSession(SmtpOutcome.Rejected));
        Assert.False(watch.SeemsBlocked);
        Assert.True(watch.IsOpen);
    }

    [Fact]
    public void An_address_that_was_not_allowed_says_nothing_of_the_port()
    {
        var watch = new Port25Watch();
        watch.Add(Sound().WithFailedSession(SmtpOutcome.AddressNotAllowed));

        Assert.False(watch.IsOpen);
        Assert.Contains(DomainAssessor.Assess(Blocked.WithHost(host => host with { Sessions = [.. host.Sessions, new SmtpSession { Address = "10.0.0.1", Outcome = SmtpOutcome.AddressNotAllowed }] })).Findings, finding => finding.Id == MailExchangerRules.Port25Blocked.Id);
    }

    [Fact]
    public void A_dead_host_beside_one_that_answers_is_told_as_what_it_is()
    {
        var dead = MailHost("mx2.example.com", 20, "192.0.2.26") with { Sessions = [new SmtpSession { Address = "192.0.2.26", Outcome = SmtpOutcome.ConnectTimeout }] };
        var report = DomainAssessor.Assess(Sound().WithPolicy(PolicyText("enforce", "*.example.com")).WithHosts(MailHost(Mx), dead));

        Assert.Equal([MailExchangerRules.Unreachable.Id], report.Findings.Select(finding => finding.Id));
    }

    private static TheoryData<T, T> Pairs<T>(T[][] byCertainty) => new(
        from better in Enumerable.Range(0, byCertainty.Length)
        from worse in Enumerable.Range(better, byCertainty.Length - better)
        from one in byCertainty[better]
        from other in byCertainty[worse]
        select (one, other));

    private static bool IsSame<T>(T[][] byCertainty, T left, T right) => Array.Exists(byCertainty, equals => equals.Contains(left) && equals.Contains(right));

    /// <summary>What both come to, the better first and, unless they are equals, last.</summary>
    private static IEnumerable<DomainObservation> BothWays(DomainObservation better, DomainObservation worse, bool equals)
    {
        yield return DomainAssessor.Assess([better, worse]).Observation;
        if (!equals)
            yield return DomainAssessor.Assess([worse, better]).Observation;
    }

    private static DomainObservation Looking(DnsOutcome outcome)
    {
        var addresses = Addresses(Mx) with { IPv4 = Lookup(Mx, "A", outcome), IPv6 = Lookup(Mx, "AAAA", outcome) };
        return Sound().WithFetches().WithPolicyAddressesOnly(addresses).WithHost(host => host with { Addresses = addresses, Tlsa = new TlsaObservation { Lookup = Lookup("_25._tcp", "TLSA", outcome) } }) with
        {
            Record = Looked(outcome),
            TlsReporting = Looked(outcome),
            ParentRecord = Looked(outcome),
            Mx = new MxLookupObservation { Lookup = Lookup(Domain, "MX", outcome) },
        };
    }

    private static TxtObservation Looked(DnsOutcome outcome) => new() { Lookup = Lookup(Domain, "TXT", outcome) };

    [Fact]
    public void A_record_at_a_wrong_name_counts_from_the_first_place_that_saw_one()
    {
        var (nothing, one, another) = (Sound(), Sound() with { MisplacedRecords = [Txt(PolicyHost, "v=STSv1; id=1;")] }, Sound() with { MisplacedRecords = [Txt(Domain, "v=STSv1; id=2;")] });

        Assert.Equal(PolicyHost, Assert.Single(DomainAssessor.Assess([nothing, one, another]).Observation.MisplacedRecords).Lookup.Name);
        Assert.Empty(DomainAssessor.Assess([nothing, nothing]).Observation.MisplacedRecords);
    }

    [Fact]
    public void No_observation_and_those_of_several_domains_are_told_as_such()
    {
        Assert.StartsWith("There is no observation to assess.", Assert.Throws<ArgumentException>(() => DomainAssessor.Assess([])).Message, StringComparison.Ordinal);
        Assert.StartsWith("The observations are of several domains.", Assert.Throws<ArgumentException>(() => DomainAssessor.Assess([Sound(), Sound() with { Domain = "other.example" }])).Message, StringComparison.Ordinal);
    }
}
