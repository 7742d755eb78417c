using System.Globalization;
using System.Xml.Linq;
using MtaStsTools.Reporting;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Reporting.Export;

public sealed class JUnitTests
{
    [Fact]
    public void A_domain_is_a_suite_whose_cases_are_its_chain()
    {
        var root = XElement.Parse(Estate.Write(ReportFormat.JUnit, Estate.Lab));

        Assert.Equal(Estate.Lab.Select(report => report.Domain), root.Elements("testsuite").Select(suite => (string?)suite.Attribute("name")));
        Assert.All(root.Elements("testsuite"), suite => Assert.Equal(
            ["DNS record", "Policy file", "MX hosts", "TLS and certificates", "TLS reports"], suite.Elements("testcase").Select(one => (string?)one.Attribute("name"))));
    }

    [Fact]
    public void The_counts_are_those_of_the_cases()
    {
        var root = XElement.Parse(Estate.Write(ReportFormat.JUnit, Estate.Lab));
        foreach (var element in root.DescendantsAndSelf().Where(element => element.Name.LocalName is "testsuites" or "testsuite"))
        {
            Assert.Equal(Count(element, "tests"), element.Descendants("testcase").Count());
            Assert.Equal(Count(element, "failures"), element.Descendants("failure").Count());
            Assert.Equal(Count(element, "errors"), element.Descendants("error").Count());
            Assert.Equal(Count(element, "skipped"), element.Descendants("skipped").Count());
        }
    }

    [Fact]
    public void A_case_fails_exactly_where_a_domain_does()
    {
        var root = XElement.Parse(Estate.Write(ReportFormat.JUnit, Estate.Lab));
        foreach (var report in Estate.Lab)
        {
            var suite = root.Elements("testsuite").Single(suite => (string?)suite.Attribute("name") == report.Domain);
            var hasError = report.Findings.Any(finding => finding.Severity == Severity.Error) || report.MailExchangers.Any(host => host.Outcome == SenderOutcome.Refuse);
            Assert.True(hasError == suite.Descendants("failure").Any(), $"{report.Domain}: {report.Verdict}\n{suite}");
        }
    }

    [Fact]
    public void A_finding_about_a_file_is_a_case()
    {
        var root = XElement.Parse(Estate.WriteFindings(ReportFormat.JUnit, PolicyRules.ByteOrderMark.At("\ufefftext", 0, 1) with { Subject = "a.txt" }));
        Assert.Equal("a.txt", (string?)root.Element("testsuite")!.Attribute("name"));
        Assert.StartsWith("MTASTS", (string?)root.Descendants("failure").Single().Attribute("type"), StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_is_text() => Assert.Single(XElement.Parse(Estate.Write(ReportFormat.JUnit, Estate.Hostile)).Elements("testsuite"));

    private static int Count(XElement element, string name) => int.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
