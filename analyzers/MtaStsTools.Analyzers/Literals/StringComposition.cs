using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MtaStsTools.Analyzers.Literals;

/// <summary>What <c>string.Concat</c>, <c>Join</c> and <c>Format</c> put together; null where that is not certain.</summary>
internal static class StringComposition
{
    public static IReadOnlyList<TextPart>? PartsOf(InvocationExpressionSyntax call, IMethodSymbol method, SemanticModel model, CancellationToken cancellationToken)
    {
        var arguments = call.ArgumentList.Arguments;
        // Arguments by name may stand in another order than they are put together in.
        if (arguments.Any(argument => argument.NameColon is not null || !argument.RefKindKeyword.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.None)))
            return null;
        var expressions = arguments.Select(argument => argument.Expression).ToList();
        return method.Name switch
        {
            "Concat" => Items(expressions, model, cancellationToken)?.Select(TextPart.Of).ToList(),
            "Join" when expressions.Count > 1 && IsString(expressions[0], model, cancellationToken) => Joined(expressions[0], Items(expressions.GetRange(1, expressions.Count - 1), model, cancellationToken)),
            "Format" when expressions.Count > 0 => Formatted(expressions, model, cancellationToken),
            _ => null,
        };
    }

    /// <summary>The items that are written one by one, as arguments or as the one collection; null where how many there are is not known.</summary>
    private static IReadOnlyList<ExpressionSyntax>? Items(IReadOnlyList<ExpressionSyntax> arguments, SemanticModel model, CancellationToken cancellationToken)
    {
        if (arguments is not [var only])
            return arguments;
        return Expressions.Bare(only) switch
        {
            ArrayCreationExpressionSyntax { Initializer.Expressions: var items } => items,
            ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: var items } => items,
            CollectionExpressionSyntax { Elements: var items } => items.All(item => item is ExpressionElementSyntax) ? items.Select(item => ((ExpressionElementSyntax)item).Expression).ToList() : null,
            _ => IsString(only, model, cancellationToken) ? arguments : null,
        };
    }

    private static List<TextPart>? Joined(ExpressionSyntax separator, IReadOnlyList<ExpressionSyntax>? items)
    {
        if (items is null)
            return null;
        var parts = new List<TextPart>();
        foreach (var item in items)
        {
            if (parts.Count > 0)
                parts.Add(TextPart.Of(separator));
            parts.Add(TextPart.Of(item));
        }

        return parts;
    }

    private static List<TextPart>? Formatted(List<ExpressionSyntax> arguments, SemanticModel model, CancellationToken cancellationToken)
    {
        // Behind a provider the format comes second.
        var first = IsString(arguments[0], model, cancellationToken) ? 0 : 1;
        if (first >= arguments.Count || ConstantText.Read(arguments[first], model, cancellationToken) is not { Pieces: [var format] })
            return null;
        var parts = new List<TextPart>();
        var text = format.Value;
        for (var i = 0; i < text.Length;)
        {
            var brace = text.IndexOfAny(['{', '}'], i);
            var end = brace < 0 ? text.Length : brace;
            if (end > i)
                parts.Add(TextPart.Of(format.Slice(i, end - i)));
            if (brace < 0)
                break;
            if (brace + 1 < text.Length && text[brace + 1] == text[brace])
            {
                parts.Add(TextPart.Of(format.Slice(brace, 1)));
                i = brace + 2;
                continue;
            }

            var close = text.IndexOf('}', brace);
            if (text[brace] == '}' || close < 0)
                return null;
            var isPlain = int.TryParse(text.Substring(brace + 1, close - brace - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && first + 1 + index < arguments.Count;
            parts.Add(isPlain && IsString(arguments[first + 1 + index], model, cancellationToken) ? TextPart.Of(arguments[first + 1 + index]) : TextPart.Of(TextPiece.Hole(arguments[first])));
            i = close + 1;
        }

        return parts;
    }

    private static bool IsString(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(expression, cancellationToken).Type?.SpecialType == SpecialType.System_String;
}
