using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>
/// For a text that is defined in one place and used in several, the use that speaks for it. A use that is analyzed again,
/// as editors do, finds itself here and speaks again.
/// </summary>
internal sealed class TextUses
{
    private readonly ConcurrentDictionary<(SyntaxTree Tree, SourceSpan Span, TextSyntax Syntax), (SyntaxTree Tree, int Start)> _speakers = new();

    public bool Speaks(FoundText found)
    {
        // The same place is another use when it is an argument too; no position of a source is negative.
        var use = (found.Use.SyntaxTree, found.Comment is null ? found.Use.SpanStart : ~found.Use.SpanStart);
        return _speakers.GetOrAdd((found.Text.Expression.SyntaxTree, found.Text.Expression.Span, found.Syntax), use) == use;
    }
}
