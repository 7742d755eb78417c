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

    [Fact]
    public void Where_Dane_decides_a_certificate_that_only_Dane_accepts_is_a_warning_and_the_flow_of_mail_is_not_known()
    {
        var report = DomainAssessor.Assess(RuleCases.All[DaneRules.OnlyDaneAccepts]);

        Assert.Equal((Verdict.Warning, SenderOutcome.Deliver), (report.Verdict, report.MailExchangers[0].Outcome));
        Assert.Null(report.MailFlowsUnderEnforce);
    }

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

    private static MxReport Host(DomainObservation seen) => DomainAssessor.Assess(seen).MailExchangers[0];
}
