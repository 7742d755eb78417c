using System.Globalization;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MtaStsTools.Help;

/// <summary>Markdown as the plain paragraphs that a terminal shows.</summary>
internal static class MarkdownText
{
    /// <summary>One string for each paragraph; code keeps its lines.</summary>
    public static IEnumerable<string> Paragraphs(IEnumerable<Block> blocks) => blocks.SelectMany(Paragraphs);

    /// <summary>An inline run without its markup; links keep their address.</summary>
    public static string Of(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LineBreakInline => " ",
                AutolinkInline link => link.Url,
                LinkInline { Url: { } url } link when url.Contains("://", StringComparison.Ordinal) => $"{Of(link)} ({url})",
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                ContainerInline container => Of(container),
                _ => "",
            });
        }

        return text.ToString();
    }

    /// <summary>The lines of a code block.</summary>
    public static string Code(CodeBlock code) => string.Join('\n', code.Lines.Lines.Take(code.Lines.Count).Select(l => l.Slice.ToString()));

    private static IEnumerable<string> Paragraphs(Block block) => block switch
    {
        CodeBlock code => [Code(code)],
        LeafBlock leaf => [Of(leaf.Inline)],
        ListBlock { IsLoose: false } list => [string.Join('\n', Items(list))],
        ListBlock list => Items(list),
        Table table => table.Cast<TableRow>().Select(row => string.Join(": ", row.Cast<TableCell>().Select(cell => string.Join(' ', cell.SelectMany(Paragraphs))))),
        ContainerBlock container => container.SelectMany(Paragraphs),
        _ => [],
    };

    private static IEnumerable<string> Items(ListBlock list) =>
        list.Cast<ListItemBlock>().Select((item, i) => Marker(list, i) + string.Join('\n', item.SelectMany(Paragraphs)));

    // A code block between two items makes two lists of them, of which the second says where it goes on.
    private static string Marker(ListBlock list, int index) =>
        list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            ? string.Create(CultureInfo.InvariantCulture, $"{first + index}. ")
            : "- ";
}
