using Markdig;
using Markdig.Syntax;

namespace MtaStsTools.Help;

/// <summary>A heading and what stands below it.</summary>
internal sealed class Section(string heading, int line)
{
    public string Heading { get; } = heading;

    /// <summary>One-based line of the heading.</summary>
    public int Line { get; } = line;

    public List<Block> Blocks { get; } = [];

    public List<Section> Children { get; } = [];

    public Section? Child(string heading) => Children.Find(c => c.Heading.Equals(heading, StringComparison.OrdinalIgnoreCase));

    public bool IsEmpty => Blocks.Count == 0 && Children.Count == 0;
}
