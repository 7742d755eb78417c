using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MtaStsTools.Analyzers.Literals;

/// <summary>What <c>new StringBuilder().Append(…).AppendLine(…).ToString()</c> puts together; null where another call stands in the chain.</summary>
internal static class StringBuilderChain
{
    public static bool IsBuilder(ITypeSymbol? type) => type is { Name: "StringBuilder", ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } };

    public static IReadOnlyList<TextPart>? PartsOf(InvocationExpressionSyntax end, SemanticModel model, CancellationToken cancellationToken)
    {
        var parts = new List<TextPart>();
        var link = end;
        while (link.Expression is MemberAccessExpressionSyntax { Expression: var receiver })
        {
            switch (Expressions.Bare(receiver))
            {
                case InvocationExpressionSyntax { ArgumentList.Arguments: var arguments, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Append" or "AppendLine" } access } call
                    when arguments.Count < 2 && IsBuilder(model.GetSymbolInfo(call, cancellationToken).Symbol?.ContainingType):
                    if (access.Name.Identifier.ValueText == "AppendLine")
                        parts.Add(TextPart.Of(TextPiece.LineBreak(call)));
                    if (arguments is [{ Expression: var appended }])
                        parts.Add(TextPart.Of(appended));
                    link = call;
                    break;
                case ObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: null }:
                    parts.Reverse();
                    return parts;
                case ObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var first }], Initializer: null } when model.GetTypeInfo(first, cancellationToken).Type?.SpecialType == SpecialType.System_String:
                    parts.Add(TextPart.Of(first));
                    parts.Reverse();
                    return parts;
                default:
                    return null;
            }
        }

        return null;
    }
}
