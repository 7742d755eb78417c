using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using MtaStsTools.Analyzers.Symbols;

namespace MtaStsTools.Analyzers.Api;

/// <summary>Assesses the typed form: policies and records that are made by object initializers, <c>with</c> expressions and calls.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ApiUseAnalyzer() : LibraryAnalyzer(Descriptors.ForApiUse)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        var uses = new ApiUses(library, context.Options.AnalyzerConfigOptionsProvider);
        context.RegisterOperationAction(uses.AnalyzeCreation, OperationKind.ObjectCreation);
        context.RegisterOperationAction(uses.AnalyzeWith, OperationKind.With);
        context.RegisterOperationAction(uses.AnalyzeCall, OperationKind.Invocation);
        var patterns = new MxPatterns(library);
        context.RegisterOperationAction(patterns.AnalyzeConversion, OperationKind.Conversion);
        if (!MxPatterns.CollectionsAreOperations)
            context.RegisterSyntaxNodeAction(patterns.AnalyzeCollection, SyntaxKind.CollectionExpression);
    }
}
