using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using MtaStsTools.Analyzers.Literals;
using MtaStsTools.Analyzers.Symbols;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Api;

/// <summary>Assesses constant strings that become <c>MxPattern</c>s.</summary>
internal sealed class MxPatterns(Library library)
{
    /// <summary>
    /// Whether the compiler shows the elements of every collection expression as operations; since it does, the kind has this number.
    /// Roslyn 4.8 does not, and asking it for the type of an element makes it bind what holds the collection, ahead of its turn.
    /// </summary>
    public static bool CollectionsAreOperations { get; } = Enum.IsDefined(typeof(OperationKind), 0x7F);

    public void AnalyzeConversion(OperationAnalysisContext context)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (conversion.OperatorMethod is not { } method || !library.IsMxPattern(method.ContainingType))
            return;
        if (conversion.Operand.Syntax is ExpressionSyntax expression && (CollectionsAreOperations || expression.Parent is not ExpressionElementSyntax))
            Assess(expression, conversion.SemanticModel!, context.ReportDiagnostic, context.CancellationToken);
    }

    public void AnalyzeCollection(SyntaxNodeAnalysisContext context)
    {
        foreach (var element in ((CollectionExpressionSyntax)context.Node).Elements)
        {
            if (element is not ExpressionElementSyntax { Expression: var expression } || expression is not (LiteralExpressionSyntax or BinaryExpressionSyntax or InterpolatedStringExpressionSyntax or NameSyntax or MemberAccessExpressionSyntax))
                continue;
            var type = context.SemanticModel.GetTypeInfo(expression, context.CancellationToken);
            if (type.Type?.SpecialType == SpecialType.System_String && library.IsMxPattern(type.ConvertedType))
                Assess(expression, context.SemanticModel, context.ReportDiagnostic, context.CancellationToken);
        }
    }

    public static void Assess(ExpressionSyntax expression, SemanticModel model, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (ConstantText.Read(expression, model, cancellationToken) is not { } text)
            return;
        var isExpected = ExpectedFailures.Expect(expression, model, cancellationToken);
        _ = MxPattern.TryParse(text.Value, out _, out var findings);
        foreach (var finding in findings)
        {
            var wrapped = finding.Severity == Severity.Error
                ? ApiRules.MxPatternInvalid.On(subject: null, finding.Message) with { Fix = FixOf(finding) }
                : finding;
            report(TextReporter.Create(wrapped, text.Locate(finding.Offset ?? 0, finding.Length ?? 0), text.Expression, TextSyntax.None, isExpected));
        }
    }

    /// <summary>A fixed text of several lines is right for a policy's text only.</summary>
    private static TextFix? FixOf(Finding finding) => finding.Fix is { } fix && fix.NewText.IndexOf('\n') < 0 ? fix : null;
}
