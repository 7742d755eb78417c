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
}
