using Xunit;

namespace MtaStsTools.Sdk.Tests.Assessment;

public sealed class DaneTests
{
    public static TheoryData<int, int, int> Parameters => [.. from usage in new[] { 2, 3 } from selector in new[] { 0, 1 } from matching in new[] { 0, 1, 2 } select (usage, selector, matching)];

    [Theory, MemberData(nameof(Parameters))]
    public void Every_usable_kind_of_record_matches_the_certificate_it_was_made_from(int usage, int selector, int matchingType)
    {
        var record = DaneCases.Record(usage, selector, matchingType, usage == 2 ? DaneCases.Authority : DaneCases.Leaf);

        Assert.Equal(DaneStatus.Matches, Host(DaneCases.Presenting(record)).Dane);
    }

    [Theory, MemberData(nameof(Parameters))]
    public void The_same_kinds_of_another_certificate_refuse_the_host(int usage, int selector, int matchingType)
    {
        var record = DaneCases.Record(usage, selector, matchingType, usage == 2 ? DaneCases.Authority : DaneCases.Leaf);
        var last = record.Data[^1] == '0' ? '1' : '0';
        var host = Host(DaneCases.Presenting(record with { Data = record.Data[..^1] + last }));

        Assert.Equal((DaneStatus.Mismatch, SenderOutcome.Refuse, ResultTypes.TlsaInvalid), (host.Dane, host.Outcome, host.ResultType));
    }

    [Fact]
    public void A_trust_anchor_needs_a_certificate_for_the_host_and_in_date_where_an_end_entity_does_not()
    {
        var anchor = DaneCases.Presenting(DaneCases.Record(2, 0, 1, DaneCases.Authority));
        var entity = DaneCases.Matching();

        foreach (var broken in new Func<CertificateFacts, CertificateFacts>[] { facts => facts with { DnsNames = ["other.test"] }, facts => facts with { NotAfter = Seen.Now.AddDays(-1) } })
        {
            Assert.Equal(DaneStatus.Mismatch, Host(anchor.WithMxCertificate(seen => seen.WithFacts(broken))).Dane);
            Assert.Equal(DaneStatus.Matches, Host(entity.WithMxCertificate(seen => seen.WithFacts(broken))).Dane);
        }
    }

    [Fact]
    public void A_trust_anchor_that_did_not_issue_the_certificate_does_not_match()
    {
        var seen = DaneCases.Presenting(DaneCases.Record(2, 0, 1, DaneCases.Authority));

        Assert.Equal(DaneStatus.Mismatch, Host(seen.WithMxCertificate(c => c with { Intermediates = [] })).Dane);
    }

    [Theory]
    [InlineData("enforce", Verdict.Fail, Severity.Error)]
    [InlineData("testing", Verdict.Warning, Severity.Warning)]
    public void A_certificate_that_only_Dane_accepts_is_refused_by_the_senders_without_Dane(string mode, Verdict verdict, Severity severity)
    {
        var report = DomainAssessor.Assess(OnlyDaneAccepts().WithRecord("v=STSv1; id=1;").WithPolicy(Seen.PolicyText(mode, Seen.Mx)));
        var host = report.MailExchangers[0];

        Assert.Equal((verdict, false), (report.Verdict, report.MailFlowsUnderEnforce));
        Assert.Equal((DaneStatus.Matches, SenderOutcome.Refuse, ResultTypes.CertificateNotTrusted), (host.Dane, host.Outcome, host.ResultType));
        Assert.All([DaneRules.OnlyDaneAccepts, MailExchangerRules.CertificateSelfSigned], rule => Assert.Equal(severity, Assert.Single(host.Findings, finding => finding.Id == rule.Id).Severity));
    }

    [Fact]
    public void A_certificate_that_only_Dane_accepts_is_as_it_should_be_where_no_policy_asks_for_more()
    {
        foreach (var seen in new[] { RuleCases.NotConfigured(), Seen.Sound().WithPolicy(Seen.PolicyText("none", Seen.Mx)) })
        {
            var host = Host(seen with { MailExchangers = OnlyDaneAccepts().MailExchangers });

            Assert.DoesNotContain(host.Findings, finding => finding.Id == DaneRules.OnlyDaneAccepts.Id);
            Assert.Equal(Severity.Info, Assert.Single(host.Findings, finding => finding.Id == MailExchangerRules.CertificateSelfSigned.Id).Severity);
        }
    }

    [Theory]
    [InlineData(true, SenderOutcome.Unknown, null, Severity.Warning)]
    [InlineData(false, SenderOutcome.Deliver, true, Severity.Info)]
    public void Senders_with_Dane_put_off_their_mail_where_the_TLSA_lookup_of_a_signed_host_fails(bool isSigned, SenderOutcome outcome, bool? flows, Severity severity)
    {
        foreach (var addresses in new[] { Signed(ipv4: isSigned, ipv6: false), Signed(ipv4: false, ipv6: isSigned) })
        {
            var report = DomainAssessor.Assess(RuleCases.All[DaneRules.LookupFailed].WithHost(host => host with { Addresses = addresses }));

            Assert.Equal((outcome, flows, DaneStatus.Unknown), (report.MailExchangers[0].Outcome, report.MailFlowsUnderEnforce, report.MailExchangers[0].Dane));
            Assert.Equal(severity, Assert.Single(report.Findings).Severity);
        }
    }

    [Fact]
    public void What_senders_without_Dane_refuse_is_refused_although_those_with_Dane_put_it_off()
    {
        var seen = RuleCases.All[DaneRules.LookupFailed].WithHost(host => host with { Addresses = Signed(ipv4: true, ipv6: true) });

        Assert.Equal(SenderOutcome.Refuse, Host(seen.WithFailedSession(SmtpOutcome.StartTlsNotOffered)).Outcome);
    }

    [Theory]
    [InlineData("enforce", SmtpOutcome.StartTlsNotOffered)]
    [InlineData("testing", SmtpOutcome.StartTlsNotOffered)]
    [InlineData("none", SmtpOutcome.StartTlsRefused)]
    public void TLSA_records_of_which_none_is_usable_make_TLS_mandatory_whatever_the_mode(string mode, SmtpOutcome session)
    {
        var report = DomainAssessor.Assess(RuleCases.All[DaneRules.Unusable].WithPolicy(Seen.PolicyText(mode, Seen.Mx)).WithFailedSession(session));
        var host = report.MailExchangers[0];

        Assert.Equal((Verdict.Fail, DaneStatus.Unusable), (report.Verdict, host.Dane));
        Assert.Equal((SenderOutcome.Refuse, ResultTypes.StartTlsNotSupported), (host.Outcome, host.ResultType));
        Assert.Equal(Severity.Error, Assert.Single(host.Findings, finding => finding.Id == DaneRules.StartTlsRequired.Id).Severity);
        Assert.Contains(host.Findings, finding => finding.Id == DaneRules.Unusable.Id);
    }

    [Fact]
    public void TLSA_records_without_Dnssec_make_nothing_mandatory() =>
        Assert.DoesNotContain(Host(RuleCases.All[DaneRules.WithoutDnssec].WithFailedSession(SmtpOutcome.StartTlsNotOffered)).Findings, finding => finding.Id == DaneRules.StartTlsRequired.Id);

    [Fact]
    public void A_trusted_certificate_does_not_override_a_Dane_failure_even_in_testing()
    {
        var report = DomainAssessor.Assess(RuleCases.All[DaneRules.Mismatch].WithPolicy(Seen.PolicyText("testing", Seen.Mx)));

        Assert.Equal(Verdict.Fail, report.Verdict);
        Assert.Equal(Severity.Error, Assert.Single(report.Findings, finding => finding.Id == DaneRules.Mismatch.Id).Severity);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData("abc")]
    public void A_record_whose_data_cannot_be_is_unusable(string data) =>
        Assert.Equal(DaneStatus.Unusable, Host(DaneCases.Presenting(new TlsaFact(3, 1, 1, data))).Dane);

    [Theory]
    [InlineData("")]
    [InlineData("MIIB")]
    [InlineData("not base64")]
    [InlineData("MIQAAAAA")]
    public void A_certificate_whose_octets_were_spoiled_matches_nothing_and_stops_nothing(string der) =>
        Assert.Equal(DaneStatus.Mismatch, Host(DaneCases.Matching().WithMxCertificate(seen => seen.WithFacts(facts => facts with { Der = der }))).Dane);

    private static DomainObservation OnlyDaneAccepts() => RuleCases.All[DaneRules.OnlyDaneAccepts];

    private static AddressObservation Signed(bool ipv4, bool ipv6)
    {
        var addresses = Seen.Addresses(Seen.Mx, "192.0.2.25");
        return addresses with { IPv4 = addresses.IPv4 with { Authenticated = ipv4 }, IPv6 = addresses.IPv6 with { Authenticated = ipv6 } };
    }

    private static MxReport Host(DomainObservation seen) => DomainAssessor.Assess(seen).MailExchangers[0];
}
