using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>
/// For a text that is defined in one place and used in several, the use that speaks for it. A use that is analyzed again,
/// as editors do, finds itself here and speaks again.
/// </summary>
internal sealed class TextUses
{
    private readonly ConcurrentDictionary<(SyntaxTree Tree, SourceSpan Span, TextSyntax Syntax), (SyntaxTree Tree, int Start)> _speakers = new();

    public bool Speaks(FoundText found) => Speaks(found.Text.Expression, found.Syntax, found.Use, found.Comment is not null);

    public bool Speaks(FoundPartialText found) => Speaks(found.Text.Expression, found.Syntax, found.Use, found.Comment is not null);

    private bool Speaks(ExpressionSyntax text, TextSyntax syntax, ExpressionSyntax user, bool byComment)
    {
        // The same place is another use when it is an argument too; no position of a source is negative.
        var use = (user.SyntaxTree, byComment ? ~user.SpanStart : user.SpanStart);
        return _speakers.GetOrAdd((text.SyntaxTree, text.Span, syntax), use) == use;
    }
}
