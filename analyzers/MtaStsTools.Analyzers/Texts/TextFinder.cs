using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using MtaStsTools.Analyzers.Literals;
using MtaStsTools.Analyzers.Symbols;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>Finds the constant strings of a compilation that are policies, records or names: by what they are given to, and by comment.</summary>
internal sealed class TextFinder
{
    private readonly MarkedMembers _members = new();
    private readonly Action<FoundText> _visit;

    private TextFinder(Action<FoundText> visit) => _visit = visit;

    /// <summary>Has each text visited once for each place that uses it.</summary>
    public static void Register(CompilationStartAnalysisContext context, Action<FoundText> visit)
    {
        var finder = new TextFinder(visit);
        context.RegisterOperationAction(finder.AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(finder.AnalyzeCreation, OperationKind.ObjectCreation);
        context.RegisterOperationAction(finder.AnalyzeAssignment, OperationKind.SimpleAssignment);
        context.RegisterOperationAction(finder.AnalyzeInitializer, OperationKind.FieldInitializer, OperationKind.PropertyInitializer, OperationKind.ParameterInitializer);
        context.RegisterOperationAction(finder.AnalyzeReturn, OperationKind.Return);
        context.RegisterSemanticModelAction(finder.AnalyzeComments);
    }

    private void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        AnalyzeArguments(context, call.TargetMethod, call.Arguments);
    }

    private void AnalyzeCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        AnalyzeArguments(context, creation.Constructor, creation.Arguments);
    }

    private void AnalyzeArguments(OperationAnalysisContext context, IMethodSymbol? method, ImmutableArray<IArgumentOperation> arguments)
    {
        if (method is null || !AnyMayBeText(arguments))
            return;
        var texts = _members.TextsOf(method);
        if (texts.IsEmpty)
            return;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && texts[parameter.Ordinal] is var syntax and not TextSyntax.None && Written(argument) is { } expression)
                Visit(expression, syntax, context);
        }
    }

    private static ExpressionSyntax? Written(IArgumentOperation argument) => argument.Syntax switch
    {
        ArgumentSyntax written => written.Expression,
        AttributeArgumentSyntax written => written.Expression,
        _ => null,
    };

    private static bool AnyMayBeText(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (MayBeText(argument.Value))
                return true;
        }

        return false;
    }

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

    private void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } target || !MayBeText(assignment.Value))
            return;
        if (MarkedMembers.SyntaxOf(target.Member) is var syntax and not TextSyntax.None && assignment.Value.Syntax is ExpressionSyntax value)
            Visit(value, syntax, context);
    }

    /// <summary>A property that is marked gives such a text; what a function inside its getter returns is that function's business.</summary>
    private void AnalyzeReturn(OperationAnalysisContext context)
    {
        if (context.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol property }
            || context.Operation is not IReturnOperation { ReturnedValue: { Syntax: ExpressionSyntax value } returned } || !MayBeText(returned))
        {
            return;
        }

        if (MarkedMembers.SyntaxOf(property) is var syntax and not TextSyntax.None && !value.Ancestors().Any(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            Visit(value, syntax, context);
    }

    private void AnalyzeInitializer(OperationAnalysisContext context)
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
            Visit(value, syntax, context);
    }

    private void AnalyzeComments(SemanticModelAnalysisContext context)
    {
        foreach (var (comment, expression) in LanguageComments.In(context.SemanticModel.SyntaxTree, context.CancellationToken))
        {
            if (ConstantText.Read(expression, context.SemanticModel, context.CancellationToken) is { } text)
                _visit(new FoundText(text, comment.Syntax, expression, comment, context.SemanticModel, context.ReportDiagnostic, context.CancellationToken));
        }
    }

    private void Visit(ExpressionSyntax expression, TextSyntax syntax, OperationAnalysisContext context)
    {
        var model = context.Operation.SemanticModel!;
        foreach (var branch in Branches.Of(expression))
        {
            if (ConstantText.Read(branch, model, context.CancellationToken) is { } text)
                _visit(new FoundText(text, syntax, branch, Comment: null, model, context.ReportDiagnostic, context.CancellationToken));
        }
    }
}
