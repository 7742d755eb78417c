using MtaStsTools.Sdk.Tests.Assessment;
using Xunit;
using static MtaStsTools.Sdk.Tests.Assessment.Seen;

namespace MtaStsTools.Sdk.Tests.Reporting;

public sealed class FittingReportTests
{
    private const int Hosts = 64;

    [Fact]
    public void Where_a_report_would_be_too_long_to_be_read_back_the_octets_of_certificates_are_left_out_first()
    {
        var der = new string('A', ReportJson.MaxLength / Hosts);
        var report = DomainAssessor.Assess(Large(facts => facts with { Der = der }));

        var read = ReadBack(report);

        Assert.Equal((report.Verdict, Hosts), (read.Verdict, read.Observation.MailExchangers.Count));
        Assert.All(read.Observation.MailExchangers, host => Assert.Null(host.Sessions[0].Certificate!.Certificate.Der));
        Assert.Equal(report.Verdict, DomainAssessor.Assess(read.Observation).Verdict);
    }

    [Fact]
    public void Where_that_is_not_enough_only_the_report_is_kept_and_the_observation_says_so()
    {
        string[] names = [.. Enumerable.Range(0, ReportJson.MaxLength / Hosts / 32).Select(i => $"name-{i}.a-long-name.example.com")];
        var report = DomainAssessor.Assess(Large(facts => facts with { DnsNames = [Mx, .. names] }));

        var read = ReadBack(report);

        Assert.Equal((report.Verdict, report.Findings.Count), (read.Verdict, read.Findings.Count));
        Assert.NotNull(read.Observation.Failure);
        Assert.Equal(Verdict.Indeterminate, DomainAssessor.Assess(read.Observation).Verdict);
        Assert.Equal(read.Observation.Failure, ReportJson.DeserializeObservation(ReportJson.Serialize(report.Observation)).Failure);
    }

    [Fact]
    public void A_report_that_is_too_long_by_itself_is_told_as_such()
    {
        var report = DomainAssessor.Assess(Sound());
        report = report with { Policy = report.Policy! with { Extensions = [new Extension("a", new string('x', ReportJson.MaxLength))] } };

        Assert.Equal($"The report on {Domain} is longer than 16 MiB even without what was seen: it has 1 MX hosts and 0 findings.", Assert.Throws<ReportFormatException>(() => ReportJson.Serialize(report)).Message);
        Assert.Throws<ReportFormatException>(() => ReportJson.SerializeLine(report));
    }

    [Fact]
    public void A_report_tells_500_findings_errors_first_and_how_many_it_leaves_out()
    {
        var report = DomainAssessor.Assess(RuleCases.All[AnnouncementRules.FindingsLeftOut]);

        Assert.Equal((501, Verdict.Fail), (report.Findings.Count, report.Verdict));
        Assert.All(report.Findings.Take(500), finding => Assert.Equal(Severity.Error, finding.Severity));
        Assert.Equal($"101 more findings about {Domain} are left out.", report.Findings[^1].Message);
    }

    private static DomainReport ReadBack(DomainReport report)
    {
        var json = ReportJson.Serialize(report);
        var line = ReportJson.SerializeLine(report);
        Assert.InRange(json.Length, 0, ReportJson.MaxLength);
        Assert.InRange(line.Length, 0, ReportJson.MaxLength);
        Assert.Equal(report.Verdict, ReportJson.DeserializeReport(line).Verdict);
        return ReportJson.DeserializeReport(json);
    }

    private static DomainObservation Large(Func<CertificateFacts, CertificateFacts> change) => Sound()
        .WithPolicy(PolicyText("enforce", "*.example.com"))
        .WithHosts([.. Enumerable.Range(0, Hosts).Select(i => MailHost($"mx{i}.example.com", i))])
        .WithSession(session => session with { Certificate = Certificate("*.example.com").WithFacts(change) });
}
