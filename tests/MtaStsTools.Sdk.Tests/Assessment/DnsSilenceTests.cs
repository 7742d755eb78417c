using Xunit;
using static MtaStsTools.Sdk.Tests.Assessment.Seen;

namespace MtaStsTools.Sdk.Tests.Assessment;

/// <summary>A resolver that does not work is told once, and not as four faults of the domain.</summary>
public sealed class DnsSilenceTests
{
    [Theory]
    [InlineData(DnsOutcome.Timeout)]
    [InlineData(DnsOutcome.Failed)]
    public void A_resolver_that_answers_nothing_is_one_finding(DnsOutcome outcome)
    {
        var report = DomainAssessor.Assess(WithoutAnyAnswer(outcome));

        Assert.Equal(AnnouncementRules.DnsSilent.Id, Assert.Single(report.Findings).Id);
        Assert.Equal(Verdict.Indeterminate, report.Verdict);
        Assert.Contains("192.0.2.53:53", report.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_answer_shows_that_the_resolver_works()
    {
        var seen = WithoutAnyAnswer(DnsOutcome.Timeout) with { Mx = Sound().Mx };

        Assert.DoesNotContain(DomainAssessor.Assess(seen).Findings, finding => finding.Id == AnnouncementRules.DnsSilent.Id);
    }

    [Fact]
    public void A_failure_that_a_server_tells_is_an_answer()
    {
        var report = DomainAssessor.Assess(WithoutAnyAnswer(DnsOutcome.ServerFailure));

        Assert.Contains(report.Findings, finding => finding.Id == AnnouncementRules.RecordLookupIndeterminate.Id);
    }
}
