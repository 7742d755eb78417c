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
        if (values.Get("Id") is not { Syntax: ExpressionSyntax expression, SemanticModel: { } model } || ConstantText.Read(expression, model, context.CancellationToken) is not { } text || IsId(text.Value))
            return;
        // An id has no meaning but to change, so the same one without its punctuation serves as well.
        var letters = string.Concat(text.Value.Where(Characters.IsLetterOrDigit));
        var finding = ApiRules.RecordIdInvalid.On(subject: null, text.Value) with { Fix = IsId(letters) ? new TextFix(0, text.Value.Length, letters) : null };
        context.ReportDiagnostic(TextReporter.Create(finding, text.Locate(0, text.Value.Length), text, TextSyntax.None));
    }

    public static bool IsId(string value) => value.Length is > 0 and <= RecordGrammar.MaxId && Characters.AreLettersOrDigits(value.AsSpan());
}
