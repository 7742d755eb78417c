using MtaStsTools.Reporting;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Reporting.Export;

public sealed class WorkflowCommandTests
{
    private static readonly Finding InFile = PolicyRules.ByteOrderMark.At("\ufefftext", 0, 1) with { Subject = "policies/mta-sts,a:b.txt" };

    [Fact]
    public void GitHub_gets_a_command_a_finding()
    {
        var lines = Lines(Estate.Write(ReportFormat.GitHub, Estate.Lab));

        Assert.Equal(Estate.Lab.Sum(report => report.Findings.Count), lines.Length);
        Assert.All(lines, line => Assert.Matches(@"\A::(error|warning|notice) title=MTASTS\d{4}::\S", line));
    }

    [Fact]
    public void GitHub_is_told_the_line_of_a_file() =>
        Assert.StartsWith("::error file=policies/mta-sts%2Ca%3Ab.txt,line=1,col=1,title=MTASTS1", Estate.WriteFindings(ReportFormat.GitHub, InFile), StringComparison.Ordinal);

    [Fact]
    public void Azure_Pipelines_gets_a_command_an_error_and_a_warning_and_the_rest_as_text()
    {
        var lines = Lines(Estate.Write(ReportFormat.AzurePipelines, Estate.Lab));

        Assert.Equal(Estate.Lab.Sum(report => report.Findings.Count), lines.Length);
        Assert.All(lines, line => Assert.Matches(@"\A(##vso\[task\.logissue type=(error|warning);code=MTASTS\d{4};\]|MTASTS\d{4}: )\S", line));
    }

    [Fact]
    public void Azure_Pipelines_is_told_the_line_of_a_file() => Assert.StartsWith(
        "##vso[task.logissue type=error;sourcepath=policies/mta-sts,a:b.txt;linenumber=1;columnnumber=1;code=MTASTS1", Estate.WriteFindings(ReportFormat.AzurePipelines, InFile), StringComparison.Ordinal);

    [Fact]
    public void No_text_of_others_is_a_command_of_GitHub() =>
        Assert.StartsWith("::error title=", Assert.Single(Lines(Estate.Write(ReportFormat.GitHub, Estate.Hostile))), StringComparison.Ordinal);

    [Fact]
    public void No_text_of_others_is_a_command_of_Azure_Pipelines() =>
        Assert.Equal(0, Assert.Single(Lines(Estate.Write(ReportFormat.AzurePipelines, Estate.Hostile))).LastIndexOf("##", StringComparison.Ordinal));

    private static string[] Lines(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        return text[..^1].Split('\n');
    }
}
