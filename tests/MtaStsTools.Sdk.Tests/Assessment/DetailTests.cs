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
}
