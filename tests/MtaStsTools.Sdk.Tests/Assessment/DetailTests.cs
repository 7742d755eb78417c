using Xunit;
using static MtaStsTools.Sdk.Tests.Assessment.Seen;

namespace MtaStsTools.Sdk.Tests.Assessment;

/// <summary>Edges of single decisions that whole verdicts do not show.</summary>
public sealed class DetailTests
{
    [Theory]
    [InlineData(299, "MTASTS5020")]
    [InlineData(300, "MTASTS5021")]
    [InlineData(399, "MTASTS5021")]
    [InlineData(400, "MTASTS5020")]
    public void A_status_of_300_to_399_with_a_target_is_a_redirect(int status, string rule) =>
        Assert.Equal(rule, Assert.Single(DomainAssessor.Assess(Sound().WithFetch(fetch => fetch with { StatusCode = status, RedirectTarget = "https://www.example.com/" })).Findings).Id);

    [Fact]
    public void Findings_of_one_rule_come_by_their_subject_and_hosts_of_one_preference_by_their_name()
    {
        var report = DomainAssessor.Assess(Sound().WithHosts(MailHost("b.example.net"), MailHost("a.example.net"), MailHost("c.example.net", 5)));
        var uncovered = report.Findings.Where(finding => finding.Id == MailExchangerRules.NotCovered.Id);

        Assert.Equal(["a.example.net", "b.example.net", "c.example.net"], uncovered.Select(finding => finding.Subject));
        Assert.Equal(["c.example.net", "a.example.net", "b.example.net"], report.MailExchangers.Select(host => host.Host));
    }

    [Fact]
    public void What_is_wrong_with_a_text_is_told_of_the_name_that_serves_it()
    {
        var policy = DomainAssessor.Assess(Sound().WithPolicy("version: STSv1\nmode: enforce\n"));
        var record = DomainAssessor.Assess(Sound().WithRecord("v=STSv1; id=no-good;"));

        Assert.Contains(policy.Findings, finding => finding.Id == PolicyRules.MaxAgeMissing.Id && finding.Subject == PolicyHost);
        Assert.Equal((RecordRules.IdInvalid.Id, $"_mta-sts.{Domain}"), Assert.Single(record.Findings.Select(finding => (finding.Id, finding.Subject))));
    }

    [Fact]
    public void An_alias_that_only_one_kind_of_address_shows_is_told()
    {
        var addresses = Addresses(PolicyHost, "192.0.2.1");

        foreach (var seen in new[] { addresses with { IPv4 = addresses.IPv4 with { Aliases = ["a.test", "b.test"] } }, addresses with { IPv6 = addresses.IPv6 with { Aliases = ["a.test", "b.test"] } } })
            Assert.Contains("a.test, then b.test", Assert.Single(DomainAssessor.Assess(Sound().WithPolicyAddresses(seen)).Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_MX_that_is_an_address_is_refused_and_no_more_is_told_of_its_name()
    {
        var report = DomainAssessor.Assess(Sound().WithPolicy(PolicyText("none", Mx)).WithHosts(MailHost("192.0.2.25") with { Addresses = NoAddresses("192.0.2.25", DnsOutcome.NoData) }));

        Assert.Equal((SenderOutcome.Refuse, ResultTypes.ValidationFailure), (report.MailExchangers[0].Outcome, report.MailExchangers[0].ResultType));
        Assert.DoesNotContain(report.Findings, finding => finding.Id == MailExchangerRules.NoAddress.Id);
    }

    [Theory]
    [InlineData("::1")]
    [InlineData("2001:db8::25")]
    [InlineData("192.0.2.25")]
    public void A_MX_that_is_an_address_is_told_in_either_family(string host) =>
        Assert.Contains(DomainAssessor.Assess(Sound().WithHosts(MailHost(host))).Findings, finding => finding.IsOf(MailExchangerRules.IsIpAddress));

    [Fact]
    public void Each_address_that_nobody_outside_reaches_is_named()
    {
        var report = DomainAssessor.Assess(Sound().WithHost(host => host with { Addresses = Addresses(Mx, "10.0.0.1", "10.0.0.2", "192.0.2.25") }));

        Assert.Contains("10.0.0.1, 10.0.0.2", Assert.Single(report.Findings, finding => finding.IsOf(MailExchangerRules.PartlyNotGlobal)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_seen_of_TLS_is_told_though_the_session_came_to_nothing()
    {
        var host = DomainAssessor.Assess(Sound().WithSession(session => session with { Outcome = SmtpOutcome.ProtocolError })).MailExchangers[0];

        Assert.Equal((SenderOutcome.Unknown, "TLS 1.3"), (host.Outcome, host.TlsVersion));
    }

    /// <summary>Whether a domain takes mail decides whether it lacks reports; where DNS did not say, it may.</summary>
    [Theory]
    [InlineData(DnsOutcome.AliasLoop, true)]
    [InlineData(DnsOutcome.ServerFailure, true)]
    [InlineData(DnsOutcome.NameDoesNotExist, false)]
    public void Reports_are_missed_only_where_mail_may_be_taken(DnsOutcome mx, bool isMissed)
    {
        var report = DomainAssessor.Assess(Sound().WithMxLookup(mx).WithTlsRpt());

        Assert.Equal(isMissed, report.Findings.Any(finding => finding.IsOf(TlsReportingRules.Missing)));
        Assert.Empty(report.MailExchangers);
        Assert.Null(report.MailFlowsUnderEnforce);
    }

    [Fact]
    public void A_null_MX_misses_no_reports()
    {
        var seen = Sound().WithTlsRpt() with { Mx = new MxLookupObservation { Lookup = Lookup(Domain, "MX"), Records = [new MxFact(0, "")] }, MailExchangers = [] };

        Assert.DoesNotContain(DomainAssessor.Assess(seen).Findings, finding => finding.IsOf(TlsReportingRules.Missing));
    }

    /// <summary>A record beside a name that does not exist: two servers disagree, and what is certain of each counts.</summary>
    [Fact]
    public void A_domain_whose_MX_name_does_not_exist_is_certain_all_the_same() =>
        Assert.Equal(Verdict.Pass, DomainAssessor.Assess(Sound().WithMxLookup(DnsOutcome.NameDoesNotExist)).Verdict);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_policy_that_one_failing_address_serves_is_shown_whatever_the_others_do(bool isFirst)
    {
        var silent = new PolicyFetch { Address = "192.0.2.2", Outcome = PolicyFetchOutcome.ConnectTimeout };
        var wrong = Fetch(PolicyText("enforce", Mx)) with { ContentType = "text/html" };

        Assert.Equal(MtaStsMode.Enforce, DomainAssessor.Assess(Sound().WithFetches(isFirst ? [wrong, silent] : [silent, wrong])).Policy?.Mode);
    }

    [Fact]
    public void What_is_wrong_with_a_policy_without_a_record_keeps_its_severity()
    {
        var report = DomainAssessor.Assess(Sound().WithRecord().WithFetch(fetch => fetch with { ContentType = "text/html" }));

        Assert.Equal(Severity.Error, Assert.Single(report.Findings, finding => finding.IsOf(PolicyHostRules.MediaTypeWrong)).Severity);
    }

    [Fact]
    public void An_answer_whose_body_was_not_kept_fails_beside_a_good_one_without_a_reason()
    {
        var report = DomainAssessor.Assess(Sound().WithFetches(Fetch(PolicyText("enforce", Mx)), Fetch("", "192.0.2.2") with { Body = "no base64!" }));

        Assert.Contains("192.0.2.2", Assert.Single(report.Findings, finding => finding.IsOf(PolicyHostRules.SomeAddressesFail)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", Severity.Info, Verdict.NotConfigured)]
    [InlineData("enforce", Severity.Error, Verdict.Fail)]
    public void A_policy_without_a_record_is_an_error_but_after_a_removal(string mode, Severity severity, Verdict verdict)
    {
        var report = DomainAssessor.Assess(Sound().WithRecord().WithPolicy(PolicyText(mode, Mx)));

        Assert.Equal((severity, verdict), (Assert.Single(report.Findings, finding => finding.IsOf(AnnouncementRules.PolicyWithoutRecord)).Severity, report.Verdict));
    }
}
