using Xunit;
using static MtaStsTools.Sdk.Tests.Assessment.Seen;

namespace MtaStsTools.Sdk.Tests.Assessment;

public sealed class VerdictTests
{
    [Theory]
    [InlineData("enforce", MtaStsMode.Enforce)]
    [InlineData("testing", MtaStsMode.Testing)]
    [InlineData("none", MtaStsMode.None)]
    public void A_sound_domain_passes_in_every_mode_without_findings(string mode, MtaStsMode expected)
    {
        var report = DomainAssessor.Assess(Sound().WithPolicy(PolicyText(mode, Mx)));

        Assert.Equal((Verdict.Pass, expected), (report.Verdict, report.Mode));
        Assert.Empty(report.Findings);
        Assert.Equal("20260101T000000", report.Record!.Id);
        Assert.Equal($"mailto:tls@{Domain}", Assert.Single(report.TlsReporting!.Rua));
    }

    [Fact]
    public void An_uncertain_record_leaves_no_verdict_whatever_else_is_wrong() =>
        Assert.Equal(Verdict.Indeterminate, DomainAssessor.Assess(Sound().WithRecordLookup(DnsOutcome.Timeout).WithFailedFetch(PolicyFetchOutcome.ConnectFailed)).Verdict);

    [Fact]
    public void An_error_that_is_certain_fails_although_the_mx_are_not_known() =>
        Assert.Equal(Verdict.Fail, DomainAssessor.Assess(Sound().WithMxLookup(DnsOutcome.ServerFailure).WithFailedFetch(PolicyFetchOutcome.ConnectFailed)).Verdict);

    [Fact]
    public void Unknown_mx_alone_leave_no_verdict() =>
        Assert.Equal(Verdict.Indeterminate, DomainAssessor.Assess(Sound().WithMxLookup(DnsOutcome.ServerFailure)).Verdict);

    [Fact]
    public void A_domain_without_MtaSts_is_not_configured_whatever_its_mx_do()
    {
        var report = DomainAssessor.Assess(RuleCases.NotConfigured().WithFailedSession(SmtpOutcome.StartTlsNotOffered));

        Assert.Equal(Verdict.NotConfigured, report.Verdict);
        Assert.Null(report.MailFlowsUnderEnforce);
        Assert.Equal(Severity.Warning, Assert.Single(report.Findings, finding => finding.Id == MailExchangerRules.NoStartTls.Id).Severity);
    }

    [Fact]
    public void A_web_page_at_the_policy_host_is_no_policy_and_troubles_nobody_without_a_record()
    {
        var report = DomainAssessor.Assess(Sound().WithRecord().WithFetch(fetch => fetch with { StatusCode = 404, ContentType = "text/html" }));

        Assert.Equal(Verdict.NotConfigured, report.Verdict);
        Assert.All(report.Findings, finding => Assert.Equal(Severity.Info, finding.Severity));
    }

    [Fact]
    public void A_policy_of_mode_none_may_outlive_its_record() =>
        Assert.Equal(Verdict.NotConfigured, DomainAssessor.Assess(Sound().WithRecord().WithPolicy(PolicyText("none"))).Verdict);

    [Fact]
    public void Senders_have_no_mode_where_the_record_or_the_policy_is_not_usable()
    {
        Assert.Null(DomainAssessor.Assess(Sound().WithRecord("v=STSv1; id=1;", "v=STSv1; id=2;")).Mode);
        Assert.Null(DomainAssessor.Assess(Sound().WithFetch(fetch => fetch with { ContentType = "text/html" })).Mode);
        Assert.Null(DomainAssessor.Assess(Sound().WithPolicy("version: STSv1\nmode: enforce\n")).Mode);
    }

    [Theory]
    [InlineData("enforce", Severity.Error, Verdict.Fail)]
    [InlineData("testing", Severity.Warning, Verdict.Warning)]
    public void An_uncovered_mx_costs_mail_only_under_enforce(string mode, Severity severity, Verdict verdict)
    {
        var report = DomainAssessor.Assess(Sound().WithHosts(MailHost(Mx), MailHost("backup.example.net", 20)).WithPolicy(PolicyText(mode, Mx)));

        Assert.Equal((verdict, (bool?)false), (report.Verdict, report.MailFlowsUnderEnforce));
        Assert.Equal(severity, Assert.Single(report.Findings, finding => finding.Id == MailExchangerRules.NotCovered.Id).Severity);
        Assert.Equal([SenderOutcome.Deliver, SenderOutcome.Refuse], report.MailExchangers.Select(host => host.Outcome));
    }

    [Fact]
    public void Under_mode_none_nobody_is_told_of_patterns() =>
        Assert.Empty(DomainAssessor.Assess(Sound().WithPolicy(PolicyText("none", "old.example.org"))).Findings);

    [Fact]
    public void Mail_flows_where_every_mx_delivers_and_is_not_known_where_one_was_not_reached()
    {
        Assert.True(DomainAssessor.Assess(Sound()).MailFlowsUnderEnforce);
        Assert.Null(DomainAssessor.Assess(Sound().WithFailedSession(SmtpOutcome.ConnectFailed)).MailFlowsUnderEnforce);
        Assert.Null(DomainAssessor.Assess(Sound().WithHost(host => host with { Sessions = [] }) with { SmtpSkipped = true }).MailFlowsUnderEnforce);
    }

    [Fact]
    public void A_private_network_says_so_and_its_addresses_are_no_finding()
    {
        var seen = Sound().WithHost(host => host with { Addresses = Addresses(Mx, "10.0.0.25") }) with { PrivateAddressesAllowed = true };

        Assert.Equal(Verdict.Pass, DomainAssessor.Assess(seen).Verdict);
    }

    [Fact]
    public void Certificates_are_assessed_by_the_time_they_were_seen_unless_another_is_given()
    {
        Assert.Equal(Verdict.Pass, DomainAssessor.Assess(Sound()).Verdict);
        Assert.Equal(Verdict.Fail, DomainAssessor.Assess(Sound(), new AssessmentOptions { AsOf = Now.AddDays(61) }).Verdict);
    }

    [Fact]
    public void A_certificate_of_six_days_is_not_always_about_to_expire()
    {
        var shortLived = Sound().WithMxCertificate(c => c.WithFacts(f => f with { NotBefore = Now.AddDays(-2), NotAfter = Now.AddDays(4) }));

        Assert.Equal(Verdict.Pass, DomainAssessor.Assess(shortLived).Verdict);
        Assert.Equal(Verdict.Warning, DomainAssessor.Assess(shortLived, new AssessmentOptions { AsOf = Now.AddDays(3) }).Verdict);
    }

    [Fact]
    public void Policies_that_differ_only_in_their_line_ends_are_the_same() =>
        Assert.Equal(Verdict.Pass, DomainAssessor.Assess(Sound().WithFetches(
            Fetch(PolicyText("enforce", Mx)), Fetch(PolicyText("enforce", Mx).Replace("\r\n", "\n", StringComparison.Ordinal), "192.0.2.2"))).Verdict);

    [Fact]
    public void An_address_family_that_cannot_be_reached_from_here_is_not_the_hosts_fault()
    {
        var seen = Sound().WithHost(host => host with { Sessions = [new SmtpSession { Address = "2001:db8::25", Outcome = SmtpOutcome.ConnectFailed }, .. host.Sessions] });

        Assert.Empty(DomainAssessor.Assess(seen).Findings);
        Assert.Equal(Severity.Info, Assert.Single(DomainAssessor.Assess(Sound().WithFetches(
            new PolicyFetch { Address = "2001:db8::1", Outcome = PolicyFetchOutcome.ConnectFailed }, Fetch(PolicyText("enforce", Mx)))).Findings).Severity);
    }

    [Fact]
    public void One_address_family_of_an_MX_that_cannot_be_reached_costs_no_mail()
    {
        var report = DomainAssessor.Assess(Sound().WithHost(host => host with { Sessions = [new SmtpSession { Address = "2001:db8::25", Outcome = SmtpOutcome.ConnectFailed }, .. host.Sessions] }));

        Assert.Equal((SenderOutcome.Deliver, (bool?)true), (report.MailExchangers[0].Outcome, report.MailFlowsUnderEnforce));
    }

    [Fact]
    public void A_policy_host_whose_certificate_was_rejected_fails_although_nothing_of_it_was_kept()
    {
        var report = DomainAssessor.Assess(Sound().WithFailedFetch(PolicyFetchOutcome.CertificateRejected));

        Assert.Equal(Verdict.Fail, report.Verdict);
        Assert.Contains("the reason", Assert.Single(report.Findings, finding => finding.Id == PolicyHostRules.CertificateNotTrusted.Id).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_host_with_one_failed_lookup_and_no_address_of_the_other_kind_is_not_known()
    {
        var failed = NoAddresses(PolicyHost, DnsOutcome.NoData);

        Assert.Equal(Verdict.Indeterminate, DomainAssessor.Assess(Sound().WithPolicyAddresses(failed with { IPv4 = Lookup(PolicyHost, "A", DnsOutcome.ServerFailure) })).Verdict);
        Assert.Equal(Verdict.Indeterminate, DomainAssessor.Assess(Sound().WithPolicyAddresses(failed with { IPv6 = Lookup(PolicyHost, "AAAA", DnsOutcome.ServerFailure) })).Verdict);
    }

    [Fact]
    public void A_failed_lookup_beside_an_address_is_told_and_the_policy_is_fetched_all_the_same()
    {
        var report = DomainAssessor.Assess(Sound().WithPolicyAddresses(Addresses(PolicyHost, "192.0.2.1") with { IPv6 = Lookup(PolicyHost, "AAAA", DnsOutcome.ServerFailure) }));

        Assert.Equal(MtaStsMode.Enforce, report.Mode);
        Assert.Equal(PolicyHostRules.PolicyHostLookupIndeterminate.Id, Assert.Single(report.Findings).Id);
    }

    [Fact]
    public void The_policy_of_an_address_that_serves_it_rightly_counts_whatever_the_others_say()
    {
        var wrong = Fetch(PolicyText("none")) with { ContentType = "text/html" };

        foreach (var fetches in new PolicyFetch[][] { [wrong, Fetch(PolicyText("enforce", Mx), "192.0.2.2")], [Fetch(PolicyText("enforce", Mx), "192.0.2.2"), wrong] })
            Assert.Equal(MtaStsMode.Enforce, DomainAssessor.Assess(Sound().WithFetches(fetches)).Mode);
    }

    [Fact]
    public void A_policy_host_that_dangles_without_a_record_is_a_takeover_in_waiting()
    {
        var report = DomainAssessor.Assess(Sound().WithRecord().WithPolicyAddresses(NoAddresses(PolicyHost, DnsOutcome.NameDoesNotExist, "gone.provider.test")));

        Assert.Equal(Severity.Warning, Assert.Single(report.Findings, finding => finding.Id == PolicyHostRules.PolicyHostDangling.Id).Severity);
    }

    [Fact]
    public void Aliases_in_a_circle_leave_no_MX_and_no_reports()
    {
        var mx = DomainAssessor.Assess(Sound().WithMxLookup(DnsOutcome.AliasLoop));
        var reporting = DomainAssessor.Assess(Sound() with { TlsReporting = new TxtObservation { Lookup = Lookup($"_smtp._tls.{Domain}", "TXT", DnsOutcome.AliasLoop) } });
        var policy = DomainAssessor.Assess(Sound().WithPolicyAddresses(NoAddresses(PolicyHost, DnsOutcome.AliasLoop)));

        Assert.Equal((Verdict.Fail, Verdict.Warning, Verdict.Fail), (mx.Verdict, reporting.Verdict, policy.Verdict));
        Assert.All([mx, reporting, policy], report => Assert.Contains(report.Findings, finding => finding.Id == PolicyHostRules.CnameLoop.Id));
    }

    [Fact]
    public void The_implicit_MX_may_be_an_alias()
    {
        var alias = Addresses(Mx, "192.0.2.1") with { IPv4 = Lookup(Mx, "A") with { Aliases = ["real.example.com"] } };
        var seen = Sound().WithHost(host => host with { Addresses = alias }) with { Mx = new MxLookupObservation { Lookup = Lookup(Domain, "MX", DnsOutcome.NoData) } };

        Assert.DoesNotContain(DomainAssessor.Assess(seen).Findings, finding => finding.Id == MailExchangerRules.IsAlias.Id);
    }

    [Theory]
    [InlineData(-70, 20, Verdict.Pass)]
    [InlineData(-76, 14, Verdict.Pass)]
    [InlineData(-77, 13, Verdict.Warning)]
    [InlineData(-21, 9, Verdict.Warning)]
    [InlineData(-19, 11, Verdict.Pass)]
    public void A_certificate_is_about_to_expire_in_its_last_14_days_or_the_last_third_of_a_short_life(int from, int until, Verdict verdict)
    {
        var aged = Sound().WithMxCertificate(c => c.WithFacts(f => f with { NotBefore = Now.AddDays(from), NotAfter = Now.AddDays(until) }));

        Assert.Equal(verdict, DomainAssessor.Assess(aged).Verdict);
    }

    [Fact]
    public void A_certificate_is_good_to_its_last_and_from_its_first_moment()
    {
        Assert.Equal(Verdict.Warning, DomainAssessor.Assess(Sound().WithMxCertificate(c => c.WithFacts(f => f with { NotAfter = Now }))).Verdict);
        Assert.Equal(Verdict.Pass, DomainAssessor.Assess(Sound().WithMxCertificate(c => c.WithFacts(f => f with { NotBefore = Now }))).Verdict);
        Assert.Equal(Verdict.Fail, DomainAssessor.Assess(Sound().WithMxCertificate(c => c.WithFacts(f => f with { NotAfter = Now.AddTicks(-1) }))).Verdict);
        Assert.Equal(Verdict.Fail, DomainAssessor.Assess(Sound().WithMxCertificate(c => c.WithFacts(f => f with { NotBefore = Now.AddTicks(1) }))).Verdict);
    }

    [Theory]
    [InlineData("v=STSv10; id=1;")]
    [InlineData("v=STSv1")]
    [InlineData("v=stsv1; id=1;")]
    [InlineData(" v=STSv1; id=1;")]
    public void What_senders_discard_beside_one_good_record_is_told_once_and_the_domain_works(string discarded)
    {
        const string Good = "v=STSv1; id=20260101T000000;";

        foreach (var records in new string[][] { [Good, discarded], [discarded, Good] })
        {
            var report = DomainAssessor.Assess(Sound().WithRecord(records));

            Assert.Equal((Verdict.Warning, MtaStsMode.Enforce, "20260101T000000"), (report.Verdict, report.Mode, report.Record?.Id));
            Assert.Equal((RecordRules.DiscardedRecord.Id, Severity.Warning), Assert.Single(report.Findings.Select(finding => (finding.Id, finding.Severity))));
            Assert.True(DomainGate.Passes(report, MtaStsMode.Enforce));
        }

        Assert.Equal(Verdict.Fail, DomainAssessor.Assess(Sound().WithRecord(discarded)).Verdict);
    }

    [Theory]
    [InlineData("v=TLSRPTv10; rua=mailto:a@example.com")]
    [InlineData("v=TLSRPTv1")]
    [InlineData("v=tlsrptv1; rua=mailto:a@example.com")]
    [InlineData(" v=TLSRPTv1; rua=mailto:a@example.com")]
    public void The_same_holds_of_a_set_of_TLSRPT_records(string discarded)
    {
        var report = DomainAssessor.Assess(Sound().WithTlsRpt(discarded, $"v=TLSRPTv1; rua=mailto:tls@{Domain}"));

        Assert.Equal((Verdict.Warning, $"mailto:tls@{Domain}"), (report.Verdict, Assert.Single(report.TlsReporting!.Rua)));
        Assert.Equal((TlsRptRules.DiscardedRecord.Id, Severity.Warning), Assert.Single(report.Findings.Select(finding => (finding.Id, finding.Severity))));
    }

    [Fact]
    public void A_text_that_is_no_domain_name_fails_with_the_reason_and_an_unforeseen_failure_leaves_no_verdict()
    {
        var noName = DomainAssessor.Assess(Sound() with { Domain = "exa mple", Failure = "no domain name" });
        var broken = DomainAssessor.Assess(Sound() with { Failure = "something broke" });

        Assert.Equal(Verdict.Fail, noName.Verdict);
        Assert.Contains(noName.Findings, finding => finding.Id == DomainNameRules.InvalidCharacter.Id);
        Assert.Equal(Verdict.Indeterminate, broken.Verdict);
        Assert.Contains("something broke", Assert.Single(broken.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_in_facts_reaches_no_finding_unescaped()
    {
        const string Escape = "\u001b[31m\u009b2J\u202e";
        var seen = Sound()
            .WithRecord($"v=STSv1; id=1; x={Escape}")
            .WithFetch(fetch => fetch with { StatusCode = 302, RedirectTarget = Escape })
            .WithMxCertificate(c => c.WithFacts(f => f with { DnsNames = [Escape] }));

        Assert.All(DomainAssessor.Assess(seen).Findings, finding => Assert.DoesNotContain($"{finding.Message}{finding.Evidence}{finding.Subject}", char.IsControl));
    }
}
