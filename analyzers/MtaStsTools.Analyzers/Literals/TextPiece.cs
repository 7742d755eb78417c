using Microsoft.CodeAnalysis;

namespace MtaStsTools.Analyzers.Literals;

/// <summary>A run of a constant string that one token of the source gives, with the place of each of its code units.</summary>
internal sealed class TextPiece(SyntaxTree tree, LiteralForm form, SourceSpan token, string value, int[] starts, int[] ends, int contentEnd)
{
    public SyntaxTree Tree { get; } = tree;

    public LiteralForm Form { get; } = form;

    /// <summary>The token or expression that the piece comes from.</summary>
    public SourceSpan Token { get; } = token;

    public string Value { get; } = value;

    /// <summary>A piece that has no characters of its own in the source.</summary>
    public static TextPiece Opaque(SyntaxNode node, string value) =>
        new(node.SyntaxTree, LiteralForm.Opaque, node.Span, value, Repeat(node.SpanStart, value.Length), Repeat(node.Span.End, value.Length), node.Span.End);

    /// <summary>A piece that is known when the program runs.</summary>
    public static TextPiece Hole(SyntaxNode node) => Unknown(node, LiteralKind.Hole);

    /// <summary>A line break that is known when the program runs.</summary>
    public static TextPiece LineBreak(SyntaxNode node) => Unknown(node, LiteralKind.LineBreak);

    public bool IsHole => Form.Kind is LiteralKind.Hole or LiteralKind.LineBreak;

    /// <summary>Some of the code units, by themselves.</summary>
    public TextPiece Slice(int start, int length) =>
        new(Tree, Form, Token, Value.Substring(start, length), starts.AsSpan(start, length).ToArray(), ends.AsSpan(start, length).ToArray(), ends[start + length - 1]);

    /// <summary>Where the code unit at <paramref name="index"/> begins; behind the last one, where the content ends.</summary>
    public int Start(int index) => index < starts.Length ? starts[index] : contentEnd;

    /// <summary>Where the code unit at <paramref name="index"/> ends.</summary>
    public int End(int index) => ends[index];

    private static TextPiece Unknown(SyntaxNode node, LiteralKind kind) => new(node.SyntaxTree, new LiteralForm(kind), node.Span, "", [], [], node.Span.End);

    private static int[] Repeat(int position, int count)
    {
        var all = new int[count];
        for (var i = 0; i < count; i++)
            all[i] = position;
        return all;
    }
}
