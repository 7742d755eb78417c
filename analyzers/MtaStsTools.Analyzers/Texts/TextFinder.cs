using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
    private readonly TextVisitor _visitor;

    private TextFinder(TextVisitor visitor) => _visitor = visitor;

    /// <summary>Has each text visited once for each place that uses it.</summary>
    public static void Register(CompilationStartAnalysisContext context, TextVisitor visitor)
    {
        var finder = new TextFinder(visitor);
        context.RegisterOperationAction(finder.AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(finder.AnalyzeCreation, OperationKind.ObjectCreation);
        context.RegisterOperationAction(finder.AnalyzeAssignment, OperationKind.SimpleAssignment);
        context.RegisterOperationAction(finder.AnalyzeInitializer, OperationKind.FieldInitializer, OperationKind.PropertyInitializer, OperationKind.ParameterInitializer);
        context.RegisterOperationAction(finder.AnalyzeReturn, OperationKind.Return);
        context.RegisterSyntaxNodeAction(finder.AnalyzeIndexer, SyntaxKind.ElementAccessExpression, SyntaxKind.ImplicitElementAccess);
        context.RegisterSemanticModelAction(finder.AnalyzeComments);
    }

    private void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        AnalyzeArguments(context, call.TargetMethod, call.Arguments);
        if (!PolicyRoutes.MayServe(call.TargetMethod))
            return;
        foreach (var served in PolicyRoutes.ServedBy(call, context.ContainingSymbol, context.CancellationToken))
            Visit(served, TextSyntax.Policy, context);
    }

    private void AnalyzeCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        AnalyzeArguments(context, creation.Constructor, creation.Arguments);
    }

    /// <summary>By syntax: references of properties are the commonest operations, and those with arguments the rarest.</summary>
    private void AnalyzeIndexer(SyntaxNodeAnalysisContext context)
    {
        var arguments = context.Node is ElementAccessExpressionSyntax access ? access.ArgumentList.Arguments : ((ImplicitElementAccessSyntax)context.Node).ArgumentList.Arguments;
        // Most indexes are numbers, and to ask what a name means is not free.
        if (!arguments.Any(argument => MayBeText(argument.Expression))
            || context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol is not IPropertySymbol { IsIndexer: true } indexer || indexer.Parameters.Length < arguments.Count)
        {
            return;
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].NameColon is null && MarkedMembers.SyntaxOf(indexer.Parameters[i]) is var syntax and not TextSyntax.None)
                Visit(arguments[i].Expression, syntax, comment: null, context.SemanticModel, context.ReportDiagnostic, context.CancellationToken);
        }
    }

    /// <summary>A quick no for nearly all indexes; a constant is named with a capital letter, and what counts is not.</summary>
    private static bool MayBeText(ExpressionSyntax index) => index switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression),
        InterpolatedStringExpressionSyntax => true,
        IdentifierNameSyntax { Identifier.ValueText: [var first, ..] } => char.IsUpper(first),
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax, Name.Identifier.ValueText: [var first, ..] } => char.IsUpper(first),
        _ => false,
    };

    private void AnalyzeArguments(OperationAnalysisContext context, IMethodSymbol? method, ImmutableArray<IArgumentOperation> arguments)
    {
        if (method is null || !AnyMayBeText(arguments))
            return;
        var texts = _members.TextsOf(method);
        if (texts.IsEmpty)
            return;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter || texts[parameter.Ordinal] is var syntax && syntax == TextSyntax.None)
                continue;
            foreach (var expression in Written(argument))
                Visit(expression, syntax, context);
        }
    }

    /// <summary>The expressions that an argument is written as: the elements of <c>params</c>, what stands before an extension's dot, or what stands in the parentheses.</summary>
    private static IEnumerable<ExpressionSyntax> Written(IArgumentOperation argument) => argument switch
    {
        { ArgumentKind: ArgumentKind.DefaultValue } => [],
        { ArgumentKind: not ArgumentKind.Explicit } => Elements(argument.Value),
        { Syntax: ArgumentSyntax written } => [written.Expression],
        { Syntax: AttributeArgumentSyntax written } => [written.Expression],
        { Syntax: ExpressionSyntax receiver, Parameter.Ordinal: 0 } => [receiver],
        _ => [],
    };

    private static IEnumerable<ExpressionSyntax> Elements(IOperation values) =>
        (values is IArrayCreationOperation { Initializer: { } initializer } ? initializer.ElementValues.AsEnumerable() : values.ChildOperations).Select(element => element.Syntax).OfType<ExpressionSyntax>();

    private static bool AnyMayBeText(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.ArgumentKind is not (ArgumentKind.Explicit or ArgumentKind.DefaultValue) || MayBeText(argument.Value))
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
            OperationKind.PropertyReference => value is IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null, Type: { SpecialType: SpecialType.System_String } or { IsRefLikeType: true } } },
            OperationKind.Invocation => ((IInvocationOperation)value).TargetMethod is { Name: "AsSpan" or "ToString" or "Concat" or "Join" or "Format" },
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
        // An empty text as the first value says "not set yet".
        if (!MayBeText(initializer.Value) || initializer.Value.Syntax is not ExpressionSyntax value || initializer.Value.ConstantValue is { HasValue: true, Value: "" })
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
        foreach (var (comment, expression) in LanguageComments.In(context.SemanticModel.SyntaxTree))
        {
            if (comment.Syntax == TextSyntax.None)
                _visitor.VisitMisspelt(comment, context.SemanticModel.SyntaxTree, context.ReportDiagnostic);
            foreach (var branch in expression is null || comment.Syntax == TextSyntax.None ? [] : Branches.Of(expression))
                Visit(branch, comment.Syntax, comment, context.SemanticModel, context.ReportDiagnostic, context.CancellationToken);
        }
    }

    private void Visit(ExpressionSyntax expression, TextSyntax syntax, OperationAnalysisContext context)
    {
        foreach (var branch in Branches.Of(expression))
            Visit(branch, syntax, comment: null, context.Operation.SemanticModel!, context.ReportDiagnostic, context.CancellationToken);
    }

    private void Visit(ExpressionSyntax use, TextSyntax syntax, LanguageComment? comment, SemanticModel model, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (ConstantText.Read(use, model, cancellationToken) is { } text)
            _visitor.Visit(new FoundText(text, syntax, use, comment, model, report, cancellationToken));
        else if (_visitor.SeesHoles && ConstantText.ReadPartial(use, model, cancellationToken) is { } partial)
            _visitor.Visit(new FoundPartialText(partial, syntax, use, comment, model, report, cancellationToken));
    }
}
