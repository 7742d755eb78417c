using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MtaStsTools.Analyzers.Literals;

/// <summary>Follows an expression to the literals that it is made of.</summary>
internal sealed class ConstantTextReader(SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>Names lead to definitions that lead to names; what is deeper than any sane source is left alone.</summary>
    private const int MaxDepth = 64;

    public ConstantText? Read(ExpressionSyntax expression)
    {
        expression = Expressions.Bare(expression);
        if (expression is LiteralExpressionSyntax literal)
            return IsString(literal) ? Of(literal, literal.Token.ValueText) : null;
        var constant = model.GetConstantValue(expression, cancellationToken);
        if (constant is { HasValue: true, Value: string text })
            return Of(Definition(expression) ?? expression, text);
        return expression is IdentifierNameSyntax or MemberAccessExpressionSyntax && model.GetSymbolInfo(expression, cancellationToken).Symbol is { } symbol
            && Definitions.OfUnchangingAnywhere(symbol, model, cancellationToken) is { } definition
            ? In(definition.SyntaxTree).ReadDefinition(definition)
            : Utf8(expression);
    }

    /// <summary>What a name stands for, by the meaning of the file that it is defined in.</summary>
    private ConstantText? ReadDefinition(ExpressionSyntax definition) =>
        model.GetConstantValue(definition, cancellationToken).Value is string known ? Of(Expressions.Bare(definition), known) : Utf8(definition);

    private ConstantTextReader In(SyntaxTree tree) => tree == model.SyntaxTree ? this : new ConstantTextReader(model.Compilation.GetSemanticModel(tree), cancellationToken);

    /// <summary>A sum of UTF-8 literals, which the language folds although it is no constant.</summary>
    private ConstantText? Utf8(ExpressionSyntax expression)
    {
        var pieces = ImmutableArray.CreateBuilder<TextPiece>();
        return IsUtf8(Expressions.Bare(expression)) && Collect(expression, pieces, 0)
            ? new ConstantText(expression, string.Concat(pieces.Select(piece => piece.Value)), pieces.ToImmutable())
            : null;
    }

    private static bool IsUtf8(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.Utf8StringLiteralExpression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => IsUtf8(Expressions.Bare(sum.Left)) && IsUtf8(Expressions.Bare(sum.Right)),
        _ => false,
    };

    private ConstantText Of(ExpressionSyntax expression, string value) => new(expression, value, this);

    /// <summary>The literals that the text is made of, or the whole expression where they cannot be told.</summary>
    public ImmutableArray<TextPiece> PiecesOf(ConstantText text)
    {
        var pieces = ImmutableArray.CreateBuilder<TextPiece>();
        return Collect(text.Expression, pieces, 0) && pieces.Count > 0 && IsConcatenation(pieces, text.Value)
            ? pieces.ToImmutable()
            : ImmutableArray.Create(TextPiece.Opaque(text.Expression, text.Value));
    }

    private static bool IsConcatenation(ImmutableArray<TextPiece>.Builder pieces, string value)
    {
        var length = 0;
        foreach (var piece in pieces)
        {
            if (string.CompareOrdinal(value, length, piece.Value, 0, piece.Value.Length) != 0)
                return false;
            length += piece.Value.Length;
        }

        return length == value.Length;
    }

    private bool Collect(ExpressionSyntax expression, ImmutableArray<TextPiece>.Builder pieces, int depth)
    {
        expression = Expressions.Bare(expression);
        if (depth > MaxDepth)
            return false;
        switch (expression)
        {
            case LiteralExpressionSyntax literal when IsString(literal):
                pieces.Add(LiteralDecoder.Literal(literal) ?? TextPiece.Opaque(literal, literal.Token.ValueText));
                return true;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }:
                return CollectSum(expression, pieces, depth);
            case InterpolatedStringExpressionSyntax interpolated:
                return CollectInterpolated(interpolated, pieces, depth);
            default:
                return CollectNamed(expression, pieces, depth);
        }
    }

    /// <summary>A sum leans to the left, and a long one is deeper than a stack should be asked to go.</summary>
    private bool CollectSum(ExpressionSyntax sum, ImmutableArray<TextPiece>.Builder pieces, int depth)
    {
        var terms = new Stack<ExpressionSyntax>();
        while (Expressions.Bare(sum) is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } binary)
        {
            terms.Push(binary.Right);
            sum = binary.Left;
        }

        terms.Push(sum);
        while (terms.Count > 0)
        {
            if (!Collect(terms.Pop(), pieces, depth + 1))
                return false;
        }

        return true;
    }

    private bool CollectInterpolated(InterpolatedStringExpressionSyntax interpolated, ImmutableArray<TextPiece>.Builder pieces, int depth)
    {
        foreach (var content in interpolated.Contents)
        {
            switch (content)
            {
                case InterpolatedStringTextSyntax text when LiteralDecoder.InterpolatedText(interpolated, text) is { } piece:
                    pieces.Add(piece);
                    break;
                case InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole when Collect(hole.Expression, pieces, depth + 1):
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private bool CollectNamed(ExpressionSyntax expression, ImmutableArray<TextPiece>.Builder pieces, int depth)
    {
        if (expression.SyntaxTree != model.SyntaxTree)
            return false;
        if (Definition(expression) is { } definition && definition.SyntaxTree == model.SyntaxTree)
            return Collect(definition, pieces, depth + 1);
        if (model.GetConstantValue(expression, cancellationToken) is not { HasValue: true, Value: string value })
            return false;
        pieces.Add(TextPiece.Opaque(expression, value));
        return true;
    }

    /// <summary>What a constant is defined by, where that is in sight: in an editor the sources of a referenced project can be had, but nothing may be reported there.</summary>
    private ExpressionSyntax? Definition(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or MemberAccessExpressionSyntax
        && model.GetSymbolInfo(expression, cancellationToken).Symbol is (IFieldSymbol { IsConst: true } or ILocalSymbol { IsConst: true }) and { } constant
        && Definitions.Initializer(constant, cancellationToken) is { } value && model.Compilation.ContainsSyntaxTree(value.SyntaxTree)
            ? Expressions.Bare(value)
            : null;

    private static bool IsString(LiteralExpressionSyntax literal) =>
        literal.Kind() is SyntaxKind.StringLiteralExpression or SyntaxKind.Utf8StringLiteralExpression;
}
