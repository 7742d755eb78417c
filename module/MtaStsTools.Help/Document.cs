using Markdig;
using Markdig.Syntax;

namespace MtaStsTools.Help;

/// <summary>A page: its first-level heading, and sections by second- and third-level headings.</summary>
internal sealed class Document
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().Build();

    private Document(string file, string text)
    {
        File = file;
        Name = Path.GetFileNameWithoutExtension(file);
        Section? section = null;
        Section? child = null;
        foreach (var block in Markdig.Markdown.Parse(text, Markdown))
        {
            switch (block)
            {
                case HeadingBlock { Level: 1 } heading:
                    Title = MarkdownText.Of(heading.Inline);
                    break;
                case HeadingBlock { Level: 2 } heading:
                    section = new Section(MarkdownText.Of(heading.Inline), heading.Line + 1);
                    child = null;
                    Sections.Add(section);
                    break;
                case HeadingBlock heading when section is not null:
                    child = new Section(MarkdownText.Of(heading.Inline), heading.Line + 1);
                    section.Children.Add(child);
                    break;
                default:
                    (child ?? section)?.Blocks.Add(block);
                    break;
            }
        }
    }

    /// <summary>The path of the page.</summary>
    public string File { get; }

    /// <summary>The file's name without extension.</summary>
    public string Name { get; }

    public string Title { get; } = "";

    public List<Section> Sections { get; } = [];

    public static Document Read(string file) => new(file, System.IO.File.ReadAllText(file));

    public Section? Section(string heading) => Sections.Find(s => s.Heading.Equals(heading, StringComparison.OrdinalIgnoreCase));
}
