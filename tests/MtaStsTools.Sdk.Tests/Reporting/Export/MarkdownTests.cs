using Markdig;
using MtaStsTools.Reporting;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Reporting.Export;

public sealed class MarkdownTests
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().Build();

    [Fact]
    public void The_table_has_a_row_a_domain_and_the_sum_stands_above()
    {
        var text = Estate.Write(ReportFormat.Markdown, Estate.Lab);
        Assert.Contains($"\n{VerdictCounts.Of(Estate.Lab)}\n", text.Replace("\\", ""), StringComparison.Ordinal);
        Assert.Equal(Estate.Lab.Count + 1, Markdig.Markdown.ToHtml(text, GitHub).Split("<tr>").Length - 1);
    }

    [Fact]
    public void Hostile_text_is_shown_as_it_is_and_makes_nothing()
    {
        var html = Markdig.Markdown.ToHtml(Estate.Write(ReportFormat.Markdown, new ReportExportOptions { Title = "<b>*x*" }, Estate.Hostile), GitHub);

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<a href=\"https://www.example.net", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<tr>").Length - 1);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_say_is_said() => Assert.EndsWith("Nothing was found.\n", Estate.WriteFindings(ReportFormat.Markdown), StringComparison.Ordinal);
}
