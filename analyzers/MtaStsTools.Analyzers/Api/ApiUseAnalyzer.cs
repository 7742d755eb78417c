using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using MtaStsTools.Analyzers.Symbols;

namespace MtaStsTools.Analyzers.Api;

/// <summary>Assesses the typed form: policies and records that are made by object initializers, <c>with</c> expressions and calls.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ApiUseAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.ForApiUse;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (!Library.IsReferencedBy(start.Compilation))
                return;
            var options = start.Options.AnalyzerConfigOptionsProvider;
            start.RegisterOperationAction(context => AnalyzeCreation(context, options), OperationKind.ObjectCreation);
            start.RegisterOperationAction(context => AnalyzeWith(context, options), OperationKind.With);
            start.RegisterOperationAction(context => AnalyzeCall(context, options), OperationKind.Invocation);
            start.RegisterOperationAction(MxPatterns.AnalyzeConversion, OperationKind.Conversion);
            if (!MxPatterns.CollectionsAreOperations)
                start.RegisterSyntaxNodeAction(MxPatterns.AnalyzeCollection, SyntaxKind.CollectionExpression);
        });
    }

    private static void AnalyzeCreation(OperationAnalysisContext context, AnalyzerConfigOptionsProvider options)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Constructor is not { } constructor || !Library.Owns(constructor))
            return;
        var values = GivenValues.Of(creation.Arguments);
        values.Add(creation.Initializer);
        if (Library.IsPolicy(creation.Type))
            new PolicyAssessor(context, options, values).AssessNew(creation.Syntax);
        else if (Library.HasRecordId(creation.Type))
            RecordIds.Assess(context, values);
        OwnerNames.Assess(context, creation.Arguments);
    }

    private static void AnalyzeWith(OperationAnalysisContext context, AnalyzerConfigOptionsProvider options)
    {
        var with = (IWithOperation)context.Operation;
        if (!Library.Owns(with.Type))
            return;
        var values = new GivenValues();
        values.Add(with.Initializer);
        if (Library.IsPolicy(with.Type))
            new PolicyAssessor(context, options, values).AssessChange();
        else if (Library.HasRecordId(with.Type))
            RecordIds.Assess(context, values);
    }

    private static void AnalyzeCall(OperationAnalysisContext context, AnalyzerConfigOptionsProvider options)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!Library.Owns(call.TargetMethod))
            return;
        OwnerNames.Assess(context, call.Arguments);
        if (Library.IsMxPattern(call.TargetMethod.ContainingType))
        {
            if (call is { TargetMethod.Name: "Parse" or "TryParse" or "FromString", Arguments: [{ Syntax: ArgumentSyntax argument }, ..] })
                MxPatterns.Assess(argument.Expression, call.SemanticModel!, context.ReportDiagnostic, context.CancellationToken);
            return;
        }

        // A builder's call says mode and lifetime as parameters of these names and types.
        var values = GivenValues.Of(call.Arguments);
        if (Library.IsMode(values.TypeOf("Mode")) || TimeSpanFolder.IsTimeSpan(values.TypeOf("MaxAge")))
            new PolicyAssessor(context, options, values).AssessChange();
    }
}
