using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MtaStsTools.Analyzers.Symbols;

namespace MtaStsTools.Analyzers;

/// <summary>An analyzer of sources, which registers nothing in a project that does not reference the library.</summary>
public abstract class LibraryAnalyzer : MtaStsAnalyzer
{
    private protected LibraryAnalyzer(ImmutableArray<DiagnosticDescriptor> descriptors)
        : base(descriptors)
    {
    }

    private protected sealed override void Start(CompilationStartAnalysisContext context)
    {
        if (Library.In(context.Compilation) is { } library)
            Start(context, library);
    }

    /// <summary>Registers what there is to do in one compilation that knows the library.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext context, Library library);
}
