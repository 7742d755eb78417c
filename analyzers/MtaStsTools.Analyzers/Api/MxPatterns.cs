using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using MtaStsTools.Analyzers.Literals;
using MtaStsTools.Analyzers.Symbols;
using MtaStsTools.Analyzers.Texts;
using MtaStsTools.Grammar;
using MtaStsTools.Grammar.Names;

namespace MtaStsTools.Analyzers.Api;

/// <summary>Assesses constant strings that become <c>MxPattern</c>s.</summary>
internal static class MxPatterns
{
    /// <summary>
    /// Whether the compiler shows the elements of every collection expression as operations; since it does, the kind has this number.
    /// Roslyn 4.8 does not, and asking it for the type of an element makes it bind what holds the collection, ahead of its turn.
    /// </summary>
    public static bool CollectionsAreOperations { get; } = Enum.IsDefined(typeof(OperationKind), 0x7F);

    public static void AnalyzeConversion(OperationAnalysisContext context)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (conversion.OperatorMethod is not { } method || !Library.IsMxPattern(method.ContainingType))
            return;
        if (conversion.Operand.Syntax is ExpressionSyntax expression && (CollectionsAreOperations || expression.Parent is not ExpressionElementSyntax))
            Assess(expression, conversion.SemanticModel!, context.ReportDiagnostic, context.CancellationToken);
    }

    public static void AnalyzeCollection(SyntaxNodeAnalysisContext context)
    {
        foreach (var element in ((CollectionExpressionSyntax)context.Node).Elements)
        {
            if (element is not ExpressionElementSyntax { Expression: var expression } || expression is not (LiteralExpressionSyntax or BinaryExpressionSyntax or InterpolatedStringExpressionSyntax or NameSyntax or MemberAccessExpressionSyntax))
                continue;
            var type = context.SemanticModel.GetTypeInfo(expression, context.CancellationToken);
            if (type.Type?.SpecialType == SpecialType.System_String && Library.IsMxPattern(type.ConvertedType))
                Assess(expression, context.SemanticModel, context.ReportDiagnostic, context.CancellationToken);
        }
    }

    public static void Assess(ExpressionSyntax expression, SemanticModel model, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (ConstantText.Read(expression, model, cancellationToken) is not { } text)
            return;
        foreach (var finding in Findings(text.Value))
        {
            var wrapped = finding.Severity == Severity.Error
                ? ApiRules.MxPatternInvalid.On(subject: null, text.Value, finding.Message) with { Fix = FixOf(finding) }
                : finding;
            report(TextReporter.Create(wrapped, text.Locate(finding.Offset ?? 0, finding.Length ?? 0), text, TextSyntax.None));
        }
    }

    /// <summary>What there is to say about one pattern; nothing where it is good.</summary>
    public static IReadOnlyList<Finding> Findings(string value)
    {
        var findings = default(FindingBuffer);
        if (!HostNameGrammar.IsMxPattern(value.AsSpan()))
            MxGrammar.Report(value.AsSpan(), 0, value.Length, ref findings);
        else if (HostNameGrammar.IsSingleLabel(value.AsSpan()))
            findings.Add(PolicyRules.MxSingleLabel.At(value.AsSpan(), 0, value.Length, value));
        return findings.ToList();
    }

    /// <summary>A fixed text of several lines is right for a policy's text only.</summary>
    private static TextFix? FixOf(Finding finding) => finding.Fix is { } fix && fix.NewText.IndexOf('\n') < 0 ? fix : null;
}
