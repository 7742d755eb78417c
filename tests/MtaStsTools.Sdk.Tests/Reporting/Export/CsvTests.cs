using MtaStsTools.Reporting;
using MtaStsTools.Reporting.Csv;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Reporting.Export;

public sealed class CsvTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void A_cell_is_quoted_where_it_must_be_and_no_formula(string? text, string cell) => Assert.Equal(cell, CsvText.Cell(text));

    [Fact]
    public void Every_domain_has_a_row_with_a_cell_for_each_column()
    {
        var rows = Rows(Estate.Write(ReportFormat.Csv, Estate.Lab));

        Assert.Equal(Estate.Lab.Count + 1, rows.Count);
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        Assert.Equal(Estate.Lab.Select(report => report.Domain), rows.Skip(1).Select(row => row[0]));
        Assert.Equal(Estate.Lab.Select(report => report.Verdict.ToString()), rows.Skip(1).Select(row => row[1]));
    }

    [Fact]
    public void Every_finding_has_a_row_where_that_is_asked_for()
    {
        var rows = Rows(Estate.Write(ReportFormat.Csv, new ReportExportOptions { PerFinding = true }, Estate.Lab));

        Assert.Equal(Estate.Lab.SelectMany(report => report.Findings).Select(finding => finding.Id), rows.Skip(1).Select(row => row[3]));
    }

    [Fact]
    public void A_healthy_domain_is_told_in_full()
    {
        var report = FullReport.Create();
        var rows = Rows(Estate.Write(ReportFormat.Csv, report));
        var cells = rows[0].Zip(rows[1]).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

        Assert.Equal("Enforce", cells["Mode"]);
        Assert.Equal(report.Record!.Id, cells["RecordId"]);
        Assert.Equal(((long)report.Policy!.MaxAge.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture), cells["MaxAgeSeconds"]);
        Assert.Equal(string.Join(' ', report.MailExchangers.Select(host => host.Host)), cells["MxHosts"]);
        Assert.Equal(string.Join(' ', report.TlsReporting!.Rua), cells["TlsReporting"]);
        Assert.NotEqual("", cells["FirstCertificateExpiry"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Hostile_text_neither_calculates_nor_breaks_a_row(bool perFinding)
    {
        var rows = Rows(Estate.Write(ReportFormat.Csv, new ReportExportOptions { PerFinding = perFinding }, Estate.Hostile));

        Assert.Equal(2, rows.Count);
        Assert.Equal(rows[0].Count, rows[1].Count);
        Assert.DoesNotContain(rows[1], cell => cell.StartsWith('='));
    }

    private static List<List<string>> Rows(string text)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (text[i] == '"')
                quoted = !quoted;
            else if (quoted || text[i] is not (',' or '\r'))
                cell.Append(text[i]);
            else
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (text[i] == ',')
                    continue;
                Assert.Equal('\n', text[++i]);
                rows.Add(row);
                row = [];
            }
        }

        Assert.False(quoted);
        return rows;
    }
}
