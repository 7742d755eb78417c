using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MtaStsTools.Analyzers.Literals;

/// <summary>A string of which the compiler knows parts: what is between them, the holes, is known when the program runs.</summary>
internal sealed class PartialText(ExpressionSyntax expression, ImmutableArray<TextPiece> pieces)
{
    /// <summary>The expression that the text is written as.</summary>
    public ExpressionSyntax Expression { get; } = expression;

    /// <summary>The holes, in their order.</summary>
    public ImmutableArray<TextPiece> Holes { get; } = pieces.Where(piece => piece.IsHole).ToImmutableArray();

    /// <summary>The text that it is with these values in its holes.</summary>
    public ConstantText Fill(IReadOnlyList<string> values)
    {
        var next = 0;
        var filled = pieces.Select(piece => piece.IsHole ? piece.Filled(values[next++]) : piece).ToImmutableArray();
        return new ConstantText(Expression, string.Concat(filled.Select(piece => piece.Value)), filled);
    }

    /// <summary>Whether none of the characters stands in a hole of the filled text.</summary>
    public static bool IsKnown(ConstantText filled, int offset, int length)
    {
        if (filled.Value.Length == 0 || filled.PieceAt(offset).Piece.IsHole)
            return false;
        var last = offset + Math.Max(length, 1);
        var start = 0;
        foreach (var piece in filled.Pieces)
        {
            var end = start + piece.Value.Length;
            if (piece.IsHole && offset < end && last > start)
                return false;
            start = end;
        }

        return true;
    }
}
