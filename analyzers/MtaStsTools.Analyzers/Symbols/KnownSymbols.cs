using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MtaStsTools.Analyzers;

/// <summary>The library's types in one compilation, and what its and other people's members take for a text.</summary>
internal sealed class KnownSymbols
{
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<TextSyntax>> _methods = new(SymbolEqualityComparer.Default);

    private KnownSymbols(Compilation compilation, INamedTypeSymbol policy)
    {
        Policy = policy;
        Record = compilation.GetTypeByMetadataName("MtaStsTools.MtaStsRecord");
        MxPattern = compilation.GetTypeByMetadataName("MtaStsTools.MxPattern");
        Mode = compilation.GetTypeByMetadataName("MtaStsTools.MtaStsMode");
        TimeSpan = compilation.GetTypeByMetadataName("System.TimeSpan");
    }

    public INamedTypeSymbol Policy { get; }

    public INamedTypeSymbol? Record { get; }

    public INamedTypeSymbol? MxPattern { get; }

    public INamedTypeSymbol? Mode { get; }

    public INamedTypeSymbol? TimeSpan { get; }

    /// <summary>Null where the compilation does not know the library: then there is nothing to do.</summary>
    public static KnownSymbols? In(Compilation compilation) =>
        compilation.GetTypeByMetadataName("MtaStsTools.MtaStsPolicy") is { } policy ? new KnownSymbols(compilation, policy) : null;

    /// <summary>Whether the member is one of the library or of the SDK.</summary>
    public bool IsOurs(ISymbol symbol) =>
        symbol.ContainingAssembly is { } assembly
        && (SymbolEqualityComparer.Default.Equals(assembly, Policy.ContainingAssembly) || assembly.Name == "MtaStsTools");

    /// <summary>For each parameter, the text that it takes; empty where none takes one.</summary>
    public ImmutableArray<TextSyntax> TextsOf(IMethodSymbol method) => _methods.GetOrAdd(method.OriginalDefinition, static method =>
    {
        var all = method.Parameters.Select(parameter => SyntaxOf(parameter)).ToImmutableArray();
        return all.All(syntax => syntax == TextSyntax.None) ? ImmutableArray<TextSyntax>.Empty : all;
    });

    /// <summary>The text that a parameter, property or field is marked to take by <c>[StringSyntax]</c>.</summary>
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
