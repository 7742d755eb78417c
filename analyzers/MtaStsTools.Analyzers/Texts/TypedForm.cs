using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MtaStsTools.Analyzers.Symbols;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>Finds the calls of <c>MtaStsPolicy.Parse</c> that an object initializer can take the place of.</summary>
internal static class TypedForm
{
    /// <summary>The call that the text is the argument of.</summary>
    public static InvocationExpressionSyntax? CallOf(FoundText found, Library library) =>
        found is { Comment: null, Use.Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax call } } }
        && found.Model.GetSymbolInfo(call, found.CancellationToken).Symbol is IMethodSymbol { Name: "Parse" } method && library.IsPolicy(method.ContainingType)
            ? call
            : null;
}
