using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using MtaStsTools.Analyzers.Literals;
using MtaStsTools.Analyzers.Texts;
using MtaStsTools.Grammar;
using MtaStsTools.Grammar.Records;

namespace MtaStsTools.Analyzers.Api;

/// <summary>Assesses the constant id of a typed record.</summary>
internal static class RecordIds
{
    public static void Assess(OperationAnalysisContext context, GivenValues values)
    {
        if (values.Get("Id") is not { Syntax: ExpressionSyntax expression, SemanticModel: { } model } || ConstantText.Read(expression, model, context.CancellationToken) is not { } text || PolicyId.IsValid(text.Value))
            return;
        var fix = RecordId.WithoutPunctuation(text.Value) is { } letters ? new TextFix(0, text.Value.Length, letters) : null;
        var finding = ApiRules.RecordIdInvalid.On(subject: null, text.Value) with { Fix = fix };
        context.ReportDiagnostic(TextReporter.Create(finding, text.Locate(0, text.Value.Length), text.Expression, TextSyntax.None));
    }
}
