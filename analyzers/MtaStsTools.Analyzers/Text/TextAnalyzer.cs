using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MtaStsTools.Analyzers;

/// <summary>Judges constant strings that are given to what takes a policy or a record.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TextAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.ForTexts;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (!Library.IsReferencedBy(context.Compilation))
            return;
        var members = new MarkedMembers();
        var reporter = new TextReporter(context.Options, new PolicyFileReferences(context.Options.AdditionalFiles));
        context.RegisterOperationAction(
            operation => AnalyzeArguments(operation, ((IInvocationOperation)operation.Operation).TargetMethod, ((IInvocationOperation)operation.Operation).Arguments, members, reporter),
            OperationKind.Invocation);
        context.RegisterOperationAction(
            operation => AnalyzeArguments(operation, ((IObjectCreationOperation)operation.Operation).Constructor, ((IObjectCreationOperation)operation.Operation).Arguments, members, reporter),
            OperationKind.ObjectCreation);
        context.RegisterOperationAction(operation => AnalyzeAssignment(operation, reporter), OperationKind.SimpleAssignment);
        context.RegisterOperationAction(operation => AnalyzeInitializer(operation, reporter), OperationKind.FieldInitializer, OperationKind.PropertyInitializer, OperationKind.ParameterInitializer);
        context.RegisterOperationAction(operation => AnalyzeReturn(operation, reporter), OperationKind.Return);
        context.RegisterSemanticModelAction(model => LanguageComments.Analyze(model, reporter));
    }

    private static void AnalyzeArguments(
        OperationAnalysisContext context, IMethodSymbol? method, ImmutableArray<IArgumentOperation> arguments, MarkedMembers members, TextReporter reporter)
    {
        if (method is null || !arguments.Any(argument => MayBeText(argument.Value)))
            return;
        var texts = members.TextsOf(method);
        if (texts.IsEmpty)
            return;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && texts[parameter.Ordinal] is var syntax and not TextSyntax.None && Written(argument) is { } expression)
                reporter.Report(expression, syntax, context.Operation.SemanticModel!, context.ReportDiagnostic, context.CancellationToken);
        }
    }

    private static ExpressionSyntax? Written(IArgumentOperation argument) => argument.Syntax switch
    {
        ArgumentSyntax written => written.Expression,
        AttributeArgumentSyntax written => written.Expression,
        _ => null,
    };

    /// <summary>A quick no for what cannot be a constant text; most arguments of a program.</summary>
    private static bool MayBeText(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value.Kind switch
        {
            OperationKind.Literal => value.Type?.SpecialType == SpecialType.System_String,
            OperationKind.Binary or OperationKind.InterpolatedString or OperationKind.FieldReference or OperationKind.LocalReference => value.Type?.SpecialType is SpecialType.System_String || value.Type is { IsRefLikeType: true },
            OperationKind.Utf8String => true,
            OperationKind.Conditional or OperationKind.SwitchExpression or OperationKind.Coalesce => value.Type?.SpecialType == SpecialType.System_String,
            OperationKind.Invocation => ((IInvocationOperation)value).TargetMethod.Name == "AsSpan",
            _ => false,
        };
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context, TextReporter reporter)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } target || !MayBeText(assignment.Value))
            return;
        if (MarkedMembers.SyntaxOf(target.Member) is var syntax and not TextSyntax.None && assignment.Value.Syntax is ExpressionSyntax value)
            reporter.Report(value, syntax, assignment.SemanticModel!, context.ReportDiagnostic, context.CancellationToken);
    }

    /// <summary>A property that is marked gives such a text; what a function inside its getter returns is that function's business.</summary>
    private static void AnalyzeReturn(OperationAnalysisContext context, TextReporter reporter)
    {
        if (context.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol property }
            || context.Operation is not IReturnOperation { ReturnedValue: { Syntax: ExpressionSyntax value } returned } || !MayBeText(returned))
        {
            return;
        }

        if (MarkedMembers.SyntaxOf(property) is var syntax and not TextSyntax.None && !value.Ancestors().Any(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            reporter.Report(value, syntax, returned.SemanticModel!, context.ReportDiagnostic, context.CancellationToken);
    }

    private static void AnalyzeInitializer(OperationAnalysisContext context, TextReporter reporter)
    {
        var initializer = (ISymbolInitializerOperation)context.Operation;
        if (!MayBeText(initializer.Value) || initializer.Value.Syntax is not ExpressionSyntax value)
            return;
        ISymbol? symbol = initializer switch
        {
            IFieldInitializerOperation { InitializedFields: [var field, ..] } => field,
            IPropertyInitializerOperation { InitializedProperties: [var property, ..] } => property,
            IParameterInitializerOperation { Parameter: var parameter } => parameter,
            _ => null,
        };
        if (symbol is not null && MarkedMembers.SyntaxOf(symbol) is var syntax and not TextSyntax.None)
            reporter.Report(value, syntax, initializer.SemanticModel!, context.ReportDiagnostic, context.CancellationToken);
    }
}
