using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>Finds what a web application serves at the path that the RFC gives the policy (RFC 8461 §3.3).</summary>
internal static class PolicyRoutes
{
    /// <summary>A quick no, by name, for nearly all methods.</summary>
    public static bool MayServe(IMethodSymbol method) => method.Name is "MapGet" or "MapMethods" or "Map" or "Content" or "Text";

    /// <summary>The texts that a call serves: <c>MapGet("/.well-known/mta-sts.txt", () => …)</c>, or <c>Content(…)</c> in an action with that route.</summary>
    public static IEnumerable<ExpressionSyntax> ServedBy(IInvocationOperation call, ISymbol container, CancellationToken cancellationToken) => call.TargetMethod.Name switch
    {
        "MapGet" or "MapMethods" or "Map" when call.Syntax is InvocationExpressionSyntax written && call.Arguments.Any(argument => IsPath(argument.Value.ConstantValue)) =>
            written.ArgumentList.Arguments.SelectMany(argument => HandlerOf(argument.Expression, call.SemanticModel!, cancellationToken)).SelectMany(Served),
        "Content" or "Text" when container.GetAttributes().Any(IsRoute) && call.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var text }, ..] } => [text],
        _ => [],
    };

    private static bool IsPath(Optional<object?> constant) => constant is { HasValue: true, Value: string path } && "/" + path.TrimStart('~', '/') == WellKnownNames.PolicyPath;

    private static bool IsRoute(AttributeData attribute) =>
        attribute.AttributeClass?.Name is "HttpGetAttribute" or "RouteAttribute" && attribute.ConstructorArguments is [{ Value: string path }, ..] && IsPath(path);

    /// <summary>The function itself: written in place, or a method of the same file by its name.</summary>
    private static IEnumerable<SyntaxNode> HandlerOf(ExpressionSyntax handler, SemanticModel model, CancellationToken cancellationToken)
    {
        if (handler is AnonymousFunctionExpressionSyntax function)
            return [function];
        return handler is IdentifierNameSyntax or MemberAccessExpressionSyntax && model.GetSymbolInfo(handler, cancellationToken) is var info
            && (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol { DeclaringSyntaxReferences: [var reference] } && reference.SyntaxTree == model.SyntaxTree
            ? [reference.GetSyntax(cancellationToken)]
            : [];
    }

    private static IEnumerable<ExpressionSyntax> Served(SyntaxNode function)
    {
        var returned = function.DescendantNodes(node => node == function || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Select(node => node switch
        {
            ReturnStatementSyntax statement => statement.Expression,
            ArrowExpressionClauseSyntax arrow => arrow.Expression,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WriteAsync" }, ArgumentList.Arguments: [{ Expression: var written }, ..] } => written,
            _ => null,
        }).Append(function is LambdaExpressionSyntax lambda ? lambda.ExpressionBody : null);
        foreach (var expression in returned)
        {
            switch (expression)
            {
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Text" or "Content" }, ArgumentList.Arguments: [{ Expression: var text }, ..] }:
                    yield return text;
                    break;
                case LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or IdentifierNameSyntax or MemberAccessExpressionSyntax or ConditionalExpressionSyntax:
                    yield return expression;
                    break;
                default:
                    break;
            }
        }
    }
}
