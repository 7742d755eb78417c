using System.Text;

namespace MtaStsTools.Publishing.Dns.ZoneFile;

/// <summary>Puts a text in place of a stretch of another.</summary>
internal readonly record struct TextEdit
{
    public required int Start { get; init; }

    public required int End { get; init; }

    public required string Text { get; init; }

    public static TextEdit Replace(MasterFileToken word, string text) => new() { Start = word.Offset, End = word.End, Text = text };

    public static TextEdit Insert(int at, string text) => new() { Start = at, End = at, Text = text };

    /// <summary>The text with all edits made; they do not overlap, and of two at one place the first stays first.</summary>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(text);
        foreach (var edit in edits.Reverse().OrderByDescending(edit => edit.Start).ThenByDescending(edit => edit.End))
            result.Remove(edit.Start, edit.End - edit.Start).Insert(edit.Start, edit.Text);
        return result.ToString();
    }
}
