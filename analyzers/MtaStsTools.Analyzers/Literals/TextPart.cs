using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MtaStsTools.Analyzers.Literals;

/// <summary>One part of a string that a method puts together: an expression, or a piece that is known.</summary>
internal readonly record struct TextPart(ExpressionSyntax? Expression, TextPiece? Piece)
{
    public static TextPart Of(ExpressionSyntax expression) => new(expression, Piece: null);

    public static TextPart Of(TextPiece piece) => new(Expression: null, piece);
}
