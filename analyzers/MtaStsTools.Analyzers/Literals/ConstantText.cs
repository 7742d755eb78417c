using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MtaStsTools.Analyzers.Literals;

/// <summary>A string that the compiler knows, with the place in the source of each of its characters.</summary>
internal sealed class ConstantText
{
    private readonly ConstantTextReader? _reader;
    private ImmutableArray<TextPiece> _pieces;

    internal ConstantText(ExpressionSyntax expression, string value, ImmutableArray<TextPiece> pieces)
    {
        Expression = expression;
        Value = value;
        _pieces = pieces;
    }

    /// <summary>Most texts are good, and nobody asks where their characters stand: the reader tells once somebody does.</summary>
    internal ConstantText(ExpressionSyntax expression, string value, ConstantTextReader reader)
    {
        Expression = expression;
        Value = value;
        _reader = reader;
    }

    /// <summary>The expression that the text is written as; for a constant by name, the one that it is defined by.</summary>
    public ExpressionSyntax Expression { get; }

    public string Value { get; }

    public ImmutableArray<TextPiece> Pieces => _pieces.IsDefault ? _pieces = _reader!.PiecesOf(this) : _pieces;

    /// <summary>The text of an expression, or null where the compiler does not know it.</summary>
    public static ConstantText? Read(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        new ConstantTextReader(model, cancellationToken).Read(expression);

    /// <summary>What is known of the text of an expression, or null where that is nothing, or all.</summary>
    public static PartialText? ReadPartial(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        new PartialTextReader(model, cancellationToken).Read(expression);

    /// <summary>Where the characters of a finding stand: exactly they, or the whole expression where the finding is about the whole text.</summary>
    public Location Locate(int offset, int length) => Location.Create(Expression.SyntaxTree, SpanOf(offset, length));

    /// <summary>The span of Locate.</summary>
    public SourceSpan SpanOf(int offset, int length)
    {
        if (Value.Length == 0 || (offset == 0 && length >= Value.Length))
            return Expression.Span;
        var (first, firstIndex) = PieceAt(offset);
        var start = first.Start(firstIndex);
        if (length == 0)
            return first.Tree == Expression.SyntaxTree ? new SourceSpan(start, 0) : Expression.Span;
        var (last, lastIndex) = PieceAt(offset + length - 1);
        // Pieces of named constants stand elsewhere, and what is between them is no part of the text.
        var isOneStretch = first.Token == last.Token || (Expression.Span.Contains(first.Token) && Expression.Span.Contains(last.Token));
        var end = last.End(lastIndex);
        // A method may put its arguments together in another order than they are written in.
        return first.Tree == Expression.SyntaxTree && last.Tree == first.Tree && isOneStretch && start <= end ? SourceSpan.FromBounds(start, end) : Expression.Span;
    }

    /// <summary>The piece that has the code unit, and its index there; behind the last one, the last piece.</summary>
    public (TextPiece Piece, int Index) PieceAt(int offset)
    {
        foreach (var piece in Pieces)
        {
            if (offset < piece.Value.Length)
                return (piece, offset);
            offset -= piece.Value.Length;
        }

        var last = Pieces[Pieces.Length - 1];
        return (last, last.Value.Length);
    }
}
