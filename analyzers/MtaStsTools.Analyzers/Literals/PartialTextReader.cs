using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MtaStsTools.Analyzers.Literals;

/// <summary>Follows an expression to the literals and the holes that it is made of: interpolation, sums, <c>Concat</c>, <c>Join</c>, <c>Format</c> and chains of a <c>StringBuilder</c>.</summary>
internal sealed class PartialTextReader(SemanticModel model, CancellationToken cancellationToken)
{
    private const int MaxDepth = 64;
    private const int MaxPieces = 256;

    private readonly ImmutableArray<TextPiece>.Builder _pieces = ImmutableArray.CreateBuilder<TextPiece>();

    /// <summary>The text, or null where nothing of it is known, or all.</summary>
    public PartialText? Read(ExpressionSyntax expression)
    {
        expression = Written(expression);
        if (!IsString(expression))
            return null;
        Collect(expression, 0);
        var known = _pieces.Count(piece => !piece.IsHole && piece.Value.Length > 0);
        return known > 0 && known < _pieces.Count && _pieces.Count <= MaxPieces ? new PartialText(expression, _pieces.ToImmutable()) : null;
    }

    /// <summary>The expression that a name certainly stands for.</summary>
    private ExpressionSyntax Written(ExpressionSyntax expression)
    {
        expression = Expressions.Bare(expression);
        return expression is IdentifierNameSyntax or MemberAccessExpressionSyntax && Symbol(expression) is { } symbol
            && Definitions.OfUnchanging(symbol, model, cancellationToken) is { } definition ? Expressions.Bare(definition) : expression;
    }

    private void Collect(ExpressionSyntax expression, int depth)
    {
        expression = Written(expression);
        if (depth > MaxDepth || !IsString(expression))
        {
            _pieces.Add(TextPiece.Hole(expression));
            return;
        }

        if (ConstantText.Read(expression, model, cancellationToken) is { } constant)
        {
            _pieces.AddRange(constant.Pieces);
            return;
        }

        switch (expression)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when IsConcatenation(sum):
                CollectSum(sum, depth);
                break;
            case InterpolatedStringExpressionSyntax interpolated when TextsOf(interpolated) is { } texts:
                CollectInterpolated(interpolated, texts, depth);
                break;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "NewLine" } access when Symbol(access) is { ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } }:
                _pieces.Add(TextPiece.LineBreak(access));
                break;
            case InvocationExpressionSyntax call when CompositionOf(call) is { } parts:
                CollectParts(parts, depth);
                break;
            default:
                _pieces.Add(TextPiece.Hole(expression));
                break;
        }
    }

    /// <summary>A sum leans to the left, and a long one is deeper than a stack should be asked to go.</summary>
    private void CollectSum(BinaryExpressionSyntax sum, int depth)
    {
        var terms = new Stack<ExpressionSyntax>();
        ExpressionSyntax left = sum;
        while (Expressions.Bare(left) is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } binary && IsConcatenation(binary))
        {
            terms.Push(binary.Right);
            left = binary.Left;
        }

        terms.Push(left);
        while (terms.Count > 0)
            Collect(terms.Pop(), depth + 1);
    }

    private void CollectInterpolated(InterpolatedStringExpressionSyntax interpolated, Queue<TextPiece> texts, int depth)
    {
        foreach (var content in interpolated.Contents)
        {
            if (content is InterpolationSyntax { AlignmentClause: null, FormatClause: null } plain)
                Collect(plain.Expression, depth + 1);
            else
                _pieces.Add(content is InterpolatedStringTextSyntax ? texts.Dequeue() : TextPiece.Hole(content));
        }
    }

    private void CollectParts(IReadOnlyList<TextPart> parts, int depth)
    {
        foreach (var part in parts)
        {
            if (part.Expression is { } expression)
                Collect(expression, depth + 1);
            else
                _pieces.Add(part.Piece!);
        }
    }

    /// <summary>The texts between the holes, or null where one cannot be read, or where it is no string that is made.</summary>
    private Queue<TextPiece>? TextsOf(InterpolatedStringExpressionSyntax interpolated)
    {
        var texts = new Queue<TextPiece>();
        foreach (var content in interpolated.Contents.OfType<InterpolatedStringTextSyntax>())
        {
            if (LiteralDecoder.InterpolatedText(interpolated, content) is not { } piece)
                return null;
            texts.Enqueue(piece);
        }

        return model.GetTypeInfo(interpolated, cancellationToken).ConvertedType is { SpecialType: SpecialType.System_String or SpecialType.System_Object } or { Name: "ReadOnlySpan" } ? texts : null;
    }

    private IReadOnlyList<TextPart>? CompositionOf(InvocationExpressionSyntax call) => Symbol(call) switch
    {
        IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String, IsStatic: true } method => StringComposition.PartsOf(call, method, model, cancellationToken),
        IMethodSymbol { Name: "ToString", Parameters.IsEmpty: true } method when StringBuilderChain.IsBuilder(method.ContainingType) => StringBuilderChain.PartsOf(call, model, cancellationToken),
        _ => null,
    };

    private bool IsConcatenation(BinaryExpressionSyntax sum) =>
        Symbol(sum) is IMethodSymbol { MethodKind: MethodKind.BuiltinOperator, ReturnType.SpecialType: SpecialType.System_String };

    private bool IsString(ExpressionSyntax expression) => model.GetTypeInfo(expression, cancellationToken).Type?.SpecialType == SpecialType.System_String;

    private ISymbol? Symbol(ExpressionSyntax expression) => model.GetSymbolInfo(expression, cancellationToken).Symbol;
}
