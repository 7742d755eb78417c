using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MtaStsTools.Analyzers;

/// <summary>Turns the grammar's findings about an expression into diagnostics.</summary>
internal sealed class TextReporter(AnalyzerOptions options, PolicyFileReferences files)
{
    /// <summary>
    /// For a text that is defined in one place and used in several, the use that speaks for it. A use that is analyzed again,
    /// as editors do, finds itself here and speaks again.
    /// </summary>
    private readonly ConcurrentDictionary<(SyntaxTree Tree, SourceSpan Span, TextSyntax Syntax), (SyntaxTree Tree, int Start)> _speakers = new();

    public void Report(ExpressionSyntax expression, TextSyntax syntax, SemanticModel model, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (var branch in Branches.Of(expression))
            ReportBranch(branch, syntax, model, report, cancellationToken);
    }

    private void ReportBranch(ExpressionSyntax expression, TextSyntax syntax, SemanticModel model, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (ConstantText.Read(expression, model, cancellationToken) is not { } text)
            return;
        if (syntax == TextSyntax.Policy && TypedForm.CallOf(expression, text, model, cancellationToken) is { } call)
            report(Create(ApiRules.ConvertToTypedForm.On(subject: null), call.GetLocation(), text, syntax));
        var use = (expression.SyntaxTree, expression.SpanStart);
        if (Speaks(text, syntax, use))
            Report(text, syntax, report);
    }

    /// <summary>The same for a text under a comment, and whether it agrees with the file that the comment names.</summary>
    public void ReportUnderComment(ExpressionSyntax expression, LanguageComment comment, SemanticModelAnalysisContext context)
    {
        if (ConstantText.Read(expression, context.SemanticModel, context.CancellationToken) is not { } text)
            return;
        // The same place is another use when it is an argument too; no position of a source is negative.
        var use = (expression.SyntaxTree, ~expression.SpanStart);
        if (Speaks(text, comment.Syntax, use))
            Report(text, comment.Syntax, context.ReportDiagnostic);
        if (comment is { Syntax: TextSyntax.Policy, File: not null })
            files.Compare(text, comment, expression.SyntaxTree, context.ReportDiagnostic, context.CancellationToken);
    }

    private bool Speaks(ConstantText text, TextSyntax syntax, (SyntaxTree Tree, int Start) use) =>
        _speakers.GetOrAdd((text.Expression.SyntaxTree, text.Expression.Span, syntax), use) == use;

    private void Report(ConstantText text, TextSyntax syntax, Action<Diagnostic> report)
    {
        if (TextJudge.Mistaken(text.Value, syntax) is var actual and not TextSyntax.None)
        {
            report(Create(ApiRules.SwappedText.On(subject: null, actual.Describe(), syntax.Describe()), text.Expression.GetLocation(), text, syntax));
            return;
        }

        var advice = Thresholds.Read(options.AnalyzerConfigOptionsProvider.GetOptions(text.Expression.SyntaxTree));
        var findings = TextJudge.Judge(text.Value, syntax, advice);
        foreach (var finding in findings)
            report(Create(finding, text.Locate(finding.Offset ?? 0, finding.Length ?? 0), text, syntax));
        if (syntax == TextSyntax.Policy && !findings.Any(finding => finding.Severity == Severity.Error) && LanguageComments.FileOf(text.Expression) is null)
            report(Create(ApiRules.ExtractPolicyToFile.On(subject: null), text.Expression.GetLocation(), text, syntax));
    }

    /// <summary>A diagnostic that its code fix can understand.</summary>
    public static Diagnostic Create(Finding finding, Location location, ConstantText text, TextSyntax syntax) => Diagnostic.Create(
        Descriptors.Of(finding),
        location,
        new FixProperties(text.Expression.Span, syntax, finding.Fix).ToDictionary(),
        finding.Message);
}
