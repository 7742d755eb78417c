using System.Text.Json;
using MtaStsTools.Reporting;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Reporting.Export;

public sealed class ReportExportTests
{
    [Fact]
    public void Lines_of_JSON_are_read_back_as_the_reports()
    {
        var lines = Estate.Write(ReportFormat.NdJson, Estate.Lab).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Estate.Lab, lines.Select(ReportJson.DeserializeReport));
    }

    [Fact]
    public void An_array_of_JSON_has_the_reports()
    {
        using var array = JsonDocument.Parse(Estate.Write(ReportFormat.Json, Estate.Lab));
        Assert.Equal(Estate.Lab.Select(report => report.Domain), array.RootElement.EnumerateArray().Select(report => report.GetProperty("domain").GetString()));
    }

    [Fact]
    public void Every_form_takes_no_reports_at_all() => Assert.All(Enum.GetValues<ReportFormat>(), format => Estate.Write(format));

    [Fact]
    public void Findings_alone_make_only_forms_that_are_made_of_findings() => Assert.All(Enum.GetValues<ReportFormat>(), format =>
    {
        if (ReportExport.HasFindings(format))
            Estate.WriteFindings(format, Estate.Hostile.Findings[0]);
        else
            Assert.Contains(format.ToString(), Assert.Throws<ArgumentException>(() => Estate.WriteFindings(format)).Message, StringComparison.Ordinal);
    });

    [Fact]
    public void Counts_are_told_on_one_line()
    {
        var counts = new VerdictCounts();
        Assert.Equal("no domains", counts.ToString());
        for (var i = 0; i < 1200; i++)
            counts.Add(Verdict.Pass);
        counts.Add(Verdict.NotConfigured);
        Assert.Equal("Pass 1,200, Not configured 1", counts.ToString());
        Assert.Equal(1201, counts.Total);
    }
}
