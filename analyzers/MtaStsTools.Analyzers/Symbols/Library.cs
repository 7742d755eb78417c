using Microsoft.CodeAnalysis;
using MtaStsTools.Analyzers.Files;

namespace MtaStsTools.Analyzers.Symbols;

/// <summary>
/// The library as one compilation sees it. Its types are looked up when one is first asked for, and in its own assemblies alone:
/// a search of the compilation would read the names of every type of every reference.
/// </summary>
internal sealed class Library
{
    private const string CoreAssembly = "MtaStsTools.Core";
    private const string SdkAssembly = "MtaStsTools";

    private readonly Lazy<IAssemblySymbol?> _core;
    private readonly Lazy<IAssemblySymbol?> _sdk;
    private readonly Lazy<INamedTypeSymbol?> _policy;
    private readonly Lazy<INamedTypeSymbol?> _mode;
    private readonly Lazy<INamedTypeSymbol?> _mxPattern;
    private readonly Lazy<INamedTypeSymbol?> _record;
    private readonly Lazy<INamedTypeSymbol?> _publishRequest;
    private readonly Lazy<INamedTypeSymbol?> _dnsRecordType;

    private Library(Compilation compilation)
    {
        _core = new(() => AssemblyOf(compilation, CoreAssembly));
        _sdk = new(() => AssemblyOf(compilation, SdkAssembly));
        _policy = TypeOf(_core, "MtaStsTools.MtaStsPolicy");
        _mode = TypeOf(_core, "MtaStsTools.MtaStsMode");
        _mxPattern = TypeOf(_core, "MtaStsTools.MxPattern");
        _record = TypeOf(_core, "MtaStsTools.MtaStsRecord");
        _publishRequest = TypeOf(_sdk, "MtaStsTools.PublishRequest");
        _dnsRecordType = TypeOf(_sdk, "MtaStsTools.Dns.DnsRecordType");
    }

    /// <summary>The library, or null where there is nothing to do. What the compilation is given is asked, and not what it is bound to, which it may not know yet.</summary>
    public static Library? In(Compilation compilation) =>
        compilation.ExternalReferences.Any(reference => IsTo(reference, CoreAssembly)) ? new Library(compilation) : null;

    /// <summary>Whether the type or member is one of the library or of the SDK.</summary>
    public bool Owns(ISymbol? symbol) => symbol?.ContainingAssembly is { } assembly && (Are(assembly, _core.Value) || Are(assembly, _sdk.Value));

    public bool IsPolicy(ITypeSymbol? type) => Are(type, _policy.Value);

    public bool IsMode(ITypeSymbol? type) => Are(type, _mode.Value);

    public bool IsMxPattern(ITypeSymbol? type) => Are(type, _mxPattern.Value);

    /// <summary>Whether the type has the id of a record: the record itself, or what asks for one to be published.</summary>
    public bool HasRecordId(ITypeSymbol? type) => Are(type, _record.Value) || Are(type, _publishRequest.Value);

    public bool IsDnsRecordType(ITypeSymbol? type) => Are(type, _dnsRecordType.Value);

    private static bool Are(ISymbol? symbol, ISymbol? known) => symbol is not null && SymbolEqualityComparer.Default.Equals(symbol, known);

    private static Lazy<INamedTypeSymbol?> TypeOf(Lazy<IAssemblySymbol?> assembly, string name) => new(() => assembly.Value?.GetTypeByMetadataName(name));

    private static IAssemblySymbol? AssemblyOf(Compilation compilation, string name) =>
        compilation.ExternalReferences.FirstOrDefault(reference => IsTo(reference, name)) is { } reference ? compilation.GetAssemblyOrModuleSymbol(reference) as IAssemblySymbol : null;

    private static bool IsTo(MetadataReference reference, string assembly) => reference switch
    {
        CompilationReference project => project.Compilation.AssemblyName == assembly,
        PortableExecutableReference { FilePath: { } path } => FilePaths.NameOf(path).Equals(assembly + ".dll", StringComparison.OrdinalIgnoreCase),
        PortableExecutableReference inMemory => inMemory.GetMetadata() is AssemblyMetadata metadata && metadata.GetModules()[0].Name == assembly + ".dll",
        _ => false,
    };
}
