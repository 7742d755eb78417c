using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MtaStsTools.Analyzers;

/// <summary>What every analyzer starts from: how the compiler may run it is decided here, once.</summary>
public abstract class MtaStsAnalyzer : DiagnosticAnalyzer
{
    private protected MtaStsAnalyzer(ImmutableArray<DiagnosticDescriptor> descriptors) => SupportedDiagnostics = descriptors;

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    /// <summary>Registers what there is to do in one compilation; nothing where there is nothing to do.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext context);
}
