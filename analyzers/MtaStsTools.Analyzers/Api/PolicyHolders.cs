using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using MtaStsTools.Analyzers.Symbols;

namespace MtaStsTools.Analyzers.Api;

/// <summary>Finds the policies that a binder would make for a type: the type itself, elements of collections, and properties however deep.</summary>
internal sealed class PolicyHolders(Library library)
{
    private const int MaxDepth = 8;

    private readonly ConcurrentDictionary<ITypeSymbol, PolicyHolding?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The worst place of a policy in the type: one in a collection, else another; null where it holds none.</summary>
    public PolicyHolding? HoldingOf(ITypeSymbol type) => _known.GetOrAdd(type, whole => Search(whole, path: null, isInCollection: false, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default), depth: 0));

    private PolicyHolding? Search(ITypeSymbol type, string? path, bool isInCollection, HashSet<ITypeSymbol> seen, int depth)
    {
        if (library.IsPolicy(type))
            return new PolicyHolding(path, isInCollection);
        if (depth > MaxDepth || !seen.Add(type))
            return null;
        return type switch
        {
            IArrayTypeSymbol array => Search(array.ElementType, path, isInCollection: true, seen, depth + 1),
            INamedTypeSymbol { IsGenericType: true } generic when IsOfFramework(generic) => SearchAll(generic.TypeArguments.Select(argument => (argument, path)), isInCollection || IsCollection(generic), seen, depth),
            INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named when !IsOfFramework(named) && !library.Owns(named) => SearchAll(MembersOf(named, path), isInCollection, seen, depth),
            _ => null,
        };
    }

    private PolicyHolding? SearchAll(IEnumerable<(ITypeSymbol Type, string? Path)> parts, bool isInCollection, HashSet<ITypeSymbol> seen, int depth)
    {
        PolicyHolding? found = null;
        foreach (var (type, path) in parts)
        {
            if (Search(type, path, isInCollection, seen, depth + 1) is not { } holding)
                continue;
            if (holding.IsInCollection)
                return holding;
            found ??= holding;
        }

        return found;
    }

    /// <summary>What the binder sets: the public properties of the type and of its bases. A list or dictionary needs no setter.</summary>
    private static IEnumerable<(ITypeSymbol Type, string? Path)> MembersOf(INamedTypeSymbol type, string? path)
    {
        for (var current = type; current is not null && !IsOfFramework(current); current = current.BaseType)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null } && (property.SetMethod is { DeclaredAccessibility: Accessibility.Public } || property.Type is not INamedTypeSymbol { IsGenericType: false }))
                    yield return (property.Type, path is null ? property.Name : path + "." + property.Name);
            }
        }
    }

    private static bool IsCollection(INamedTypeSymbol type) => type.Name != "Nullable";

    private static bool IsOfFramework(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
            space = outer;
        return space?.Name == "System";
    }
}
