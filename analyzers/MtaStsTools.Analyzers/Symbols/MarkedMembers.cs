using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Symbols;

/// <summary>What members take for a text by their <c>[StringSyntax]</c>; remembers it for the methods of one compilation.</summary>
internal sealed class MarkedMembers
{
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<TextSyntax>> _methods = new(SymbolEqualityComparer.Default);

    /// <summary>For each parameter, the text that it takes; empty where none takes one.</summary>
    public ImmutableArray<TextSyntax> TextsOf(IMethodSymbol method) => _methods.GetOrAdd(method.OriginalDefinition, static method =>
    {
        var all = method.Parameters.Select(parameter => SyntaxOf(parameter)).ToImmutableArray();
        return all.All(syntax => syntax == TextSyntax.None) ? ImmutableArray<TextSyntax>.Empty : all;
    });

    /// <summary>The text that a parameter, property or field is marked to take.</summary>
    public static TextSyntax SyntaxOf(ISymbol symbol)
    {
        foreach (var attribute in symbol.OriginalDefinition.GetAttributes())
        {
            // By name: down-level projects bring their own copy of the attribute.
            if (attribute.AttributeClass is { Name: "StringSyntaxAttribute", ContainingNamespace: { Name: "CodeAnalysis", ContainingNamespace.Name: "Diagnostics" } }
                && attribute.ConstructorArguments is [{ Value: string name }, ..])
            {
                return TextSyntaxNames.FromAttribute(name);
            }
        }

        return TextSyntax.None;
    }
}
