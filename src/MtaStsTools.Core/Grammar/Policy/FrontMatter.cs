namespace MtaStsTools.Grammar.Policy;

/// <summary>The settings of a site generator above a text, between two lines of three hyphens.</summary>
internal static class FrontMatter
{
    private const string Fence = "---";

    /// <summary>Just behind the front matter that the text begins with, and the blank lines below it; 0 where it has none.</summary>
    public static int EndIn(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || text[0] != Fence[0] || !IsFence(Comments.LineIn(text)))
            return 0;
        for (var start = Behind(text, 0); start < text.Length; start = Behind(text, start))
        {
            if (!IsFence(Comments.LineIn(text.Slice(start))))
                continue;
            var end = Behind(text, start);
            while (end < text.Length && Comments.LineIn(text.Slice(end)).Trim().Length == 0)
                end = Behind(text, end);
            return end;
        }

        return 0;
    }

    private static bool IsFence(ReadOnlySpan<char> line) => line.TrimEnd().SequenceEqual(Fence.AsSpan());

    private static int Behind(ReadOnlySpan<char> text, int lineStart) => Math.Min(text.Length, lineStart + Comments.LineIn(text.Slice(lineStart)).Length + 1);
}
