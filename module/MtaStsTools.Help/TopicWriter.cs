using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace MtaStsTools.Help;

/// <summary>Writes an about_ topic as the plain text that Get-Help shows, at most 79 columns wide.</summary>
internal sealed class TopicWriter
{
    private const int Width = 79;
    private const int Indent = 4;

    private readonly StringBuilder _text = new();

    public TopicWriter(Document topic)
    {
        Heading("TOPIC");
        Line(Indent, topic.Title);
        foreach (var section in topic.Sections)
        {
            _text.Append('\n');
            Heading(section.Heading.ToUpperInvariant());
            Blocks(section.Blocks);
            foreach (var child in section.Children)
            {
                _text.Append('\n');
                Line(2, child.Heading);
                Blocks(child.Blocks);
            }
        }
    }

    /// <summary>The whole topic, lines ended by LF.</summary>
    public string Text => _text.ToString();

    private void Blocks(List<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i > 0)
                _text.Append('\n');
            Block(blocks[i]);
        }
    }

    private void Block(Block block)
    {
        switch (block)
        {
            case CodeBlock code:
                foreach (var line in MarkdownText.Code(code).Split('\n'))
                    Line(Indent * 2, line);
                break;
            case ListBlock or Table:
                foreach (var item in MarkdownText.Paragraphs([block]).SelectMany(paragraph => paragraph.Split('\n')))
                    Wrap(item, hanging: 2);
                break;
            default:
                foreach (var paragraph in MarkdownText.Paragraphs([block]))
                    Wrap(paragraph, hanging: 0);
                break;
        }
    }

    private void Heading(string text) => Line(0, text);

    private void Line(int indent, string text) => _text.Append(' ', text.Length == 0 ? 0 : indent).Append(text).Append('\n');

    private void Wrap(string paragraph, int hanging)
    {
        var line = new StringBuilder();
        var indent = Indent;
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && indent + line.Length + 1 + word.Length > Width)
            {
                Line(indent, line.ToString());
                line.Clear();
                indent = Indent + hanging;
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        Line(indent, line.ToString());
    }
}
