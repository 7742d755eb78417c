using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MtaStsTools.Analyzers.Literals;

/// <summary>A string of which the compiler knows parts: what is between them, the holes, is known when the program runs.</summary>
internal sealed class PartialText
{
    private readonly ImmutableArray<TextPiece> _pieces;

    public PartialText(ExpressionSyntax expression, ImmutableArray<TextPiece> pieces)
    {
        Expression = expression;
        _pieces = pieces;
        var holes = ImmutableArray.CreateBuilder<TextHole>();
        var offset = 0;
        foreach (var piece in pieces)
        {
            if (piece.IsHole)
                holes.Add(new TextHole(offset, piece.Form.Kind == LiteralKind.LineBreak));
            offset += piece.Value.Length;
        }

        Holes = holes.ToImmutable();
        Known = string.Concat(pieces.Select(piece => piece.Value));
    }

    /// <summary>The expression that the text is written as.</summary>
    public ExpressionSyntax Expression { get; }

    /// <summary>The holes, in their order.</summary>
    public ImmutableArray<TextHole> Holes { get; }

    /// <summary>What is known, as if nothing stood in the holes.</summary>
    public string Known { get; }

    /// <summary>What tells the text from every other: where its holes are, and what is known.</summary>
    public string Key => string.Concat(Holes.Select(hole => hole.Offset.ToString(CultureInfo.InvariantCulture) + (hole.IsLineBreak ? "n" : "h"))) + ":" + Known;

    /// <summary>The text that it is with these values in its holes.</summary>
    public string Fill(string[] values)
    {
        var next = 0;
        return string.Concat(_pieces.Select(piece => piece.IsHole ? values[next++] : piece.Value));
    }

    /// <summary>Where characters of the filled text stand among what is known, or null where one of them stands in a hole.</summary>
    /// <param name="values">What the holes are filled with.</param>
    /// <param name="offset">The first character in the filled text.</param>
    /// <param name="length">How many; what has none is about the character that follows.</param>
    public int? KnownOffset(string[] values, int offset, int length)
    {
        var (last, filled, before) = (offset + Math.Max(length, 1), 0, 0);
        for (var i = 0; i < Holes.Length; i++)
        {
            var start = Holes[i].Offset + filled;
            filled += values[i].Length;
            var end = Holes[i].Offset + filled;
            if (offset < end && last > start)
                return null;
            if (end <= offset)
                before = filled;
        }

        // Behind the last character stands what the text ends in.
        var isBehind = offset >= Known.Length + filled;
        return isBehind && Holes[Holes.Length - 1].Offset == Known.Length ? null : offset - before;
    }

    /// <summary>Where known characters stand in the source.</summary>
    public SourceSpan SpanOf(int offset, int length) => new ConstantText(Expression, Known, _pieces).SpanOf(offset, length);
}
