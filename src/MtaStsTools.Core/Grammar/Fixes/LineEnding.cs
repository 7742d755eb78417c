namespace MtaStsTools.Grammar.Fixes;

/// <summary>How a new line of a text should end.</summary>
internal static class LineEnding
{
    /// <summary>The line ending that the text uses; CRLF, the one of the RFC's examples, where it has none.</summary>
    public static string Of(ReadOnlySpan<char> text) => text.IndexOf('\n') is var first && first >= 0 && (first == 0 || text[first - 1] != '\r') ? "\n" : "\r\n";
}
