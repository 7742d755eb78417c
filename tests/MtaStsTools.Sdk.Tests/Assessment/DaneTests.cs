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

    public static TheoryData<int, int, int, string> Unusable => new()
    {
        { 3, 1, 1, "" }, { 3, 1, 0, "" }, { 3, 1, 1, "zz" }, { 3, 1, 0, "0g" }, { 3, 1, 0, "abc" },
        { 3, 1, 1, new string('a', 63) + "g" }, { 3, 1, 1, new string('a', 62) }, { 3, 1, 1, new string('a', 66) },
        { 3, 1, 2, new string('a', 64) }, { 3, 1, 2, new string('a', 130) }, { 3, 1, 3, new string('a', 64) }, { 3, 1, 9, new string('a', 64) },
        { 0, 1, 1, new string('a', 64) }, { 1, 1, 1, new string('a', 64) }, { 4, 1, 1, new string('a', 64) }, { 3, 2, 1, new string('a', 64) },
    };

    [Theory, MemberData(nameof(Unusable))]
    public void A_record_is_unusable_with_parameters_that_are_not_for_SMTP_or_data_that_cannot_be(int usage, int selector, int matchingType, string data) =>
        Assert.Equal(DaneStatus.Unusable, Host(DaneCases.Presenting(new TlsaFact(usage, selector, matchingType, data))).Dane);

    [Fact]
    public void The_digits_of_a_record_may_be_in_either_case() =>
        Assert.Equal(DaneStatus.Matches, Host(DaneCases.Presenting(Record311() with { Data = Record311().Data.ToUpperInvariant() })).Dane);

    [Fact]
    public void One_usable_record_that_matches_is_enough_beside_others()
    {
        var other = new TlsaFact(3, 1, 1, new string('a', 64));

        Assert.Equal(DaneStatus.Matches, Host(DaneCases.Presenting(other, new TlsaFact(3, 1, 9, "00"), Record311())).Dane);
    }

    [Fact]
    public void Every_session_of_the_host_must_match()
    {
        var seen = DaneCases.Matching().WithHost(host => host with { Sessions = [host.Sessions[0], host.Sessions[0] with { Address = "192.0.2.26", Certificate = OtherCertificate(host) }] });

        Assert.Equal(DaneStatus.Mismatch, Host(seen).Dane);
    }

    [Theory]
    [InlineData(SmtpOutcome.TlsFailed, SenderOutcome.Refuse, Verdict.Fail)]
    [InlineData(SmtpOutcome.ConnectFailed, SenderOutcome.Unknown, Verdict.Warning)]
    public void Without_a_certificate_seen_it_is_not_known_what_Dane_says(SmtpOutcome session, SenderOutcome outcome, Verdict verdict)
    {
        var report = DomainAssessor.Assess(DaneCases.Matching().WithFailedSession(session));

        Assert.Equal((verdict, DaneStatus.Unknown, outcome), (report.Verdict, report.MailExchangers[0].Dane, report.MailExchangers[0].Outcome));
    }

    [Fact]
    public void A_certificate_whose_octets_were_not_kept_leaves_it_unknown_what_Dane_says() =>
        Assert.Equal(DaneStatus.Unknown, Host(DaneCases.Matching().WithMxCertificate(seen => seen.WithFacts(facts => facts with { Der = null }))).Dane);

    [Theory]
    [InlineData("_25._tcp.real.example.net", "real.example.net")]
    [InlineData("_25._tcp.other.example.net", Seen.Mx)]
    [InlineData("_25._tcp.other.example.net", Seen.Domain)]
    public void A_trust_anchor_takes_a_certificate_for_the_TLSA_base_domain_the_host_or_the_domain(string asked, string name)
    {
        var seen = DaneCases.Presenting(DaneCases.Record(2, 0, 1, DaneCases.Authority))
            .WithHost(host => host with { Tlsa = host.Tlsa with { Lookup = host.Tlsa.Lookup with { Name = asked } } })
            .WithMxCertificate(certificate => certificate.WithFacts(facts => facts with { DnsNames = [name] }));

        Assert.Equal(DaneStatus.Matches, Host(seen).Dane);
    }

    [Fact]
    public void The_first_and_the_last_moment_of_a_certificate_are_in_its_time()
    {
        var seen = DaneCases.Presenting(DaneCases.Record(2, 0, 1, DaneCases.Authority));

        Assert.Equal(DaneStatus.Matches, Host(seen.WithMxCertificate(one => one.WithFacts(facts => facts with { NotBefore = Seen.Now }))).Dane);
        Assert.Equal(DaneStatus.Matches, Host(seen.WithMxCertificate(one => one.WithFacts(facts => facts with { NotAfter = Seen.Now }))).Dane);
    }

    [Fact]
    public void A_trust_anchor_takes_no_certificate_before_its_time() =>
        Assert.Equal(DaneStatus.Mismatch, Host(DaneCases.Presenting(DaneCases.Record(2, 0, 1, DaneCases.Authority)).WithMxCertificate(seen => seen.WithFacts(facts => facts with { NotBefore = Seen.Now.AddSeconds(1) }))).Dane);

    [Fact]
    public void An_end_entity_record_is_not_for_the_issuer() =>
        Assert.Equal(DaneStatus.Mismatch, Host(DaneCases.Presenting(DaneCases.Record(3, 0, 1, DaneCases.Authority))).Dane);

    [Fact]
    public void A_TLSA_question_that_was_not_asked_says_nothing()
    {
        var seen = Seen.Sound().WithHost(host => host with { Tlsa = new TlsaObservation { Lookup = Seen.Lookup($"_25._tcp.{Seen.Mx}", "TLSA", DnsOutcome.NotAsked) }, Addresses = Signed(ipv4: true, ipv6: true) });

        Assert.Equal((DaneStatus.Unknown, SenderOutcome.Deliver), (Host(seen).Dane, Host(seen).Outcome));
        Assert.Empty(Host(seen).Findings);
    }

    [Theory]
    [InlineData("")]
    [InlineData("MIIB")]
    [InlineData("not base64")]
    [InlineData("MIQAAAAA")]
    public void A_certificate_whose_octets_were_spoiled_matches_nothing_and_stops_nothing(string der) =>
        Assert.Equal(DaneStatus.Mismatch, Host(DaneCases.Matching().WithMxCertificate(seen => seen.WithFacts(facts => facts with { Der = der }))).Dane);

    private static TlsaFact Record311() => DaneCases.Record(3, 1, 1, DaneCases.Leaf);

    private static CertificateObservation OtherCertificate(MxHostObservation host) =>
        host.Sessions[0].Certificate!.WithFacts(facts => facts with { Der = Convert.ToBase64String(DaneCases.Authority.RawData) });

    private static DomainObservation OnlyDaneAccepts() => RuleCases.All[DaneRules.OnlyDaneAccepts];

    private static AddressObservation Signed(bool ipv4, bool ipv6)
    {
        var addresses = Seen.Addresses(Seen.Mx, "192.0.2.25");
        return addresses with { IPv4 = addresses.IPv4 with { Authenticated = ipv4 }, IPv6 = addresses.IPv6 with { Authenticated = ipv6 } };
    }

    private static MxReport Host(DomainObservation seen) => DomainAssessor.Assess(seen).MailExchangers[0];
}
