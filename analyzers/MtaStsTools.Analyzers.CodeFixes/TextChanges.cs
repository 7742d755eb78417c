using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using MtaStsTools.Analyzers.Literals;

namespace MtaStsTools.Analyzers.CodeFixes;

/// <summary>Writes fixes of a text into the literals that it is made of.</summary>
internal static class TextChanges
{
    /// <summary>The changes of the source, or null where the literals cannot say the fixed text; <paramref name="fixed"/> is then what they say.</summary>
    public static IReadOnlyList<TextChange>? Of(ConstantText text, IReadOnlyList<TextFix> fixes, out string corrected)
    {
        var changes = new List<TextChange>();
        if (fixes.OrderByDescending(fix => fix.Offset).All(fix => TryAdd(text, fix, changes)) && IsFaithful(text, changes, fixes, out corrected))
            return changes;
        corrected = Apply(text.Value, fixes);
        return Rewritten(text, corrected);
    }

    public static string Apply(string text, IReadOnlyList<TextFix> fixes)
    {
        foreach (var fix in fixes.OrderByDescending(fix => fix.Offset))
            text = text.Remove(fix.Offset, fix.Length).Insert(fix.Offset, fix.NewText);
        return text;
    }

    /// <summary>A literal that cannot say the text, such as a raw one of one line, is written again as a regular one.</summary>
    private static IReadOnlyList<TextChange>? Rewritten(ConstantText text, string corrected)
    {
        if (text is not { Expression: LiteralExpressionSyntax literal, Pieces: [{ Form.Kind: not LiteralKind.Opaque }] })
            return null;
        var suffix = literal.IsKind(SyntaxKind.Utf8StringLiteralExpression) ? "u8" : "";
        return [new TextChange(literal.Span, "\"" + new LiteralForm(LiteralKind.Regular).Encode(corrected) + "\"" + suffix)];
    }

    private static bool TryAdd(ConstantText text, TextFix fix, List<TextChange> changes)
    {
        var (piece, index) = text.PieceAt(fix.Offset);
        if (fix.Length == 0 && index == 0 && !MayInsert(text, piece) && fix.Offset > 0)
            (piece, index) = EndOfPrevious(text, fix.Offset);
        if (piece.Form.Encode(fix.NewText) is not { } encoded || (fix.Length == 0 && !MayInsert(text, piece)))
            return false;
        // A constant that is used in the text may be used elsewhere too: only what is wrong inside it is fixed there.
        if (index + fix.Length > piece.Value.Length && !IsWrittenHere(text, fix))
            return false;

        var offset = fix.Offset;
        var left = fix.Length;
        var first = true;
        while (first || left > 0)
        {
            if (!first)
                (piece, index) = text.PieceAt(offset);
            if (piece.Form.Kind == LiteralKind.Opaque || piece.Tree != text.Expression.SyntaxTree)
                return false;
            var count = Math.Min(left, piece.Value.Length - index);
            var start = piece.Start(index);
            var end = count == 0 ? start : piece.End(index + count - 1);
            changes.Add(new TextChange(SourceSpan.FromBounds(start, end), first ? encoded : ""));
            first = false;
            left -= count;
            offset += count;
            if (left > 0 && count == 0)
                return false;
        }

        return true;
    }

    /// <summary>Whether what is put in belongs to this piece as much as to the one beside it.</summary>
    private static bool MayInsert(ConstantText text, TextPiece piece) => piece.Form.Kind != LiteralKind.Opaque && IsPartOf(text, piece) && piece.Value.Length > 0;

    private static bool IsWrittenHere(ConstantText text, TextFix fix)
    {
        for (var offset = fix.Offset; offset < fix.Offset + fix.Length;)
        {
            var (piece, index) = text.PieceAt(offset);
            if (!IsPartOf(text, piece))
                return false;
            offset += piece.Value.Length - index;
        }

        return true;
    }

    private static bool IsPartOf(ConstantText text, TextPiece piece) => piece.Tree == text.Expression.SyntaxTree && text.Expression.Span.Contains(piece.Token);

    private static (TextPiece Piece, int Index) EndOfPrevious(ConstantText text, int offset)
    {
        var (piece, index) = text.PieceAt(offset - 1);
        return (piece, index + 1);
    }

    /// <summary>Reads the changed literals again: only an edit that says exactly what was meant is offered.</summary>
    private static bool IsFaithful(ConstantText text, List<TextChange> changes, IReadOnlyList<TextFix> fixes, out string corrected)
    {
        var all = new System.Text.StringBuilder();
        corrected = text.Value;
        foreach (var piece in text.Pieces)
        {
            var own = changes.Where(change => piece.Token.Contains(change.Span) && piece.Form.Kind != LiteralKind.Opaque).OrderByDescending(change => change.Span.Start).ToList();
            if (own.Count == 0)
            {
                all.Append(piece.Value);
                continue;
            }

            if (Reread(piece, own) is not { } value)
                return false;
            all.Append(value);
        }

        corrected = all.ToString();
        // Lines may end as the source's do, and a constant that the text has twice is fixed in both places.
        return WithOneLineEnding(corrected) == WithOneLineEnding(Apply(text.Value, fixes)) || text.Pieces.GroupBy(piece => piece.Token).Any(uses => uses.Skip(1).Any());
    }

    private static string WithOneLineEnding(string text) => text.Replace("\r\n", "\n");

    private static string? Reread(TextPiece piece, List<TextChange> changes)
    {
        var source = piece.Tree.GetText();
        var span = piece.Form.IsInterpolated
            ? piece.Tree.GetRoot().FindToken(piece.Token.Start).Parent!.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>()!.Span
            : piece.Token;
        var written = source.ToString(span);
        foreach (var change in changes)
            written = written.Remove(change.Span.Start - span.Start, change.Span.Length).Insert(change.Span.Start - span.Start, change.NewText);
        var expression = SyntaxFactory.ParseExpression(written);
        if (expression.ContainsDiagnostics || expression.FullSpan.Length != written.Length)
            return null;
        if (expression is LiteralExpressionSyntax literal)
            return literal.Token.ValueText;
        // Of an interpolated string only the piece itself may have changed: as many parts as before, and this one as it is now.
        if (expression is not InterpolatedStringExpressionSyntax interpolated)
            return null;
        var part = interpolated.Contents.OfType<InterpolatedStringTextSyntax>().FirstOrDefault(content => content.SpanStart == piece.Token.Start - span.Start);
        return part?.TextToken.ValueText ?? "";
    }
}
