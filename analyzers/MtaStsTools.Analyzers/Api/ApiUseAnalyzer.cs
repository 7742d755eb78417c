using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MtaStsTools.Analyzers;

/// <summary>Judges the typed form: policies and records that are made by object initializers, <c>with</c> expressions and calls.</summary>
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
            if (KnownSymbols.In(start.Compilation) is not { } symbols)
                return;
            var options = start.Options.AnalyzerConfigOptionsProvider;
            start.RegisterOperationAction(context => AnalyzeCreation(context, symbols, options), OperationKind.ObjectCreation);
            start.RegisterOperationAction(context => AnalyzeWith(context, symbols, options), OperationKind.With);
            start.RegisterOperationAction(context => AnalyzeCall(context, symbols, options), OperationKind.Invocation);
            if (symbols.MxPattern is { } pattern)
            {
                start.RegisterOperationAction(context => MxPatterns.AnalyzeConversion(context, pattern), OperationKind.Conversion);
                start.RegisterSyntaxNodeAction(context => MxPatterns.AnalyzeCollection(context, pattern), Microsoft.CodeAnalysis.CSharp.SyntaxKind.CollectionExpression);
            }
        });
    }

    private static void AnalyzeCreation(OperationAnalysisContext context, KnownSymbols symbols, AnalyzerConfigOptionsProvider options)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Constructor is not { } constructor || !symbols.IsOurs(constructor))
            return;
        var values = GivenValues.Of(creation.Arguments);
        values.Add(creation.Initializer);
        if (SymbolEqualityComparer.Default.Equals(creation.Type, symbols.Policy))
            new PolicyJudge(context, symbols, options, values).JudgeNew(creation.Syntax);
        else if (SymbolEqualityComparer.Default.Equals(creation.Type, symbols.Record))
            RecordIds.Judge(context, values);
        OwnerNames.Judge(context, creation.Arguments);
    }

    private static void AnalyzeWith(OperationAnalysisContext context, KnownSymbols symbols, AnalyzerConfigOptionsProvider options)
    {
        var with = (IWithOperation)context.Operation;
        var values = new GivenValues();
        values.Add(with.Initializer);
        if (SymbolEqualityComparer.Default.Equals(with.Type, symbols.Policy))
            new PolicyJudge(context, symbols, options, values).JudgeChange();
        else if (SymbolEqualityComparer.Default.Equals(with.Type, symbols.Record))
            RecordIds.Judge(context, values);
    }

    private static void AnalyzeCall(OperationAnalysisContext context, KnownSymbols symbols, AnalyzerConfigOptionsProvider options)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!symbols.IsOurs(call.TargetMethod))
            return;
        OwnerNames.Judge(context, call.Arguments);
        if (SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, symbols.MxPattern))
        {
            if (call is { TargetMethod.Name: "Parse" or "TryParse" or "FromString", Arguments: [{ Syntax: ArgumentSyntax argument }, ..] })
                MxPatterns.Judge(argument.Expression, call.SemanticModel!, context.ReportDiagnostic, context.CancellationToken);
            return;
        }

        // A builder's call says mode and lifetime as parameters of these names and types.
        var values = GivenValues.Of(call.Arguments);
        if (values.HasTyped("Mode", symbols.Mode) || values.HasTyped("MaxAge", symbols.TimeSpan))
            new PolicyJudge(context, symbols, options, values).JudgeChange();
    }
}
