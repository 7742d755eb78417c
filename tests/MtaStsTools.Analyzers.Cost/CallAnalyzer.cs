using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MtaStsTools.Analyzers.Cost;

/// <summary>
/// Is shown each call and says nothing: what that takes is the least of any analyzer that asks what code means, and the analyzers of the SDK pay it already.
/// Without the attribute, so that the compiler does not take it for one of the assembly's analyzers.
/// </summary>
internal sealed class CallAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Nothing = new("IDLE0002", "Nothing", "Nothing", "Idle", DiagnosticSeverity.Hidden, isEnabledByDefault: true);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Nothing];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(_ => { }, OperationKind.Invocation);
    }
}
