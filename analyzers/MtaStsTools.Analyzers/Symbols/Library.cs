using Microsoft.CodeAnalysis;
using MtaStsTools.Analyzers.Files;

namespace MtaStsTools.Analyzers.Symbols;

/// <summary>
/// The library as the compiler sees it. Its members are told by name and assembly: to look its types up, the compiler would read
/// the names of every type of every reference, in projects that have nothing to do with it too.
/// </summary>
internal static class Library
{
    private const string CoreAssembly = "MtaStsTools.Core";
    private const string SdkAssembly = "MtaStsTools";
    private const string Namespace = "MtaStsTools";

    /// <summary>Whether there is anything to do in a compilation. What it is given is asked, and not what it is bound to, which it may not know yet.</summary>
    public static bool IsReferencedBy(Compilation compilation) => compilation.ExternalReferences.Any(IsCore);

    /// <summary>Whether the type or member is one of the library or of the SDK.</summary>
    public static bool Owns(ISymbol? symbol) => symbol?.ContainingAssembly?.Name is CoreAssembly or SdkAssembly;

    public static bool IsPolicy(ITypeSymbol? type) => Is(type, "MtaStsPolicy");

    public static bool IsMode(ITypeSymbol? type) => Is(type, "MtaStsMode");

    public static bool IsMxPattern(ITypeSymbol? type) => Is(type, "MxPattern");

    /// <summary>Whether the type has the id of a record: the record itself, or what asks for one to be published.</summary>
    public static bool HasRecordId(ITypeSymbol? type) => Is(type, "MtaStsRecord") || Is(type, "PublishRequest");

    private static bool Is(ITypeSymbol? type, string name) =>
        type is { ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name && Owns(type);

    private static bool IsCore(MetadataReference reference) => reference switch
    {
        CompilationReference project => project.Compilation.AssemblyName == CoreAssembly,
        PortableExecutableReference { FilePath: { } path } => FilePaths.NameOf(path).Equals(CoreAssembly + ".dll", StringComparison.OrdinalIgnoreCase),
        PortableExecutableReference inMemory => inMemory.GetMetadata() is AssemblyMetadata metadata && metadata.GetModules()[0].Name == CoreAssembly + ".dll",
        _ => false,
    };
}
