using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using MtaStsTools.Analyzers.Api;
using MtaStsTools.Analyzers.Literals;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.CodeFixes;

/// <summary>A document with the diagnostics' texts fixed.</summary>
internal static class FixedText
{
    /// <summary>Null where nothing of it can be fixed.</summary>
    public static async Task<Document?> OfAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return null;
        var options = document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(root.SyntaxTree);
        var advice = Thresholds.Read(options);
        var changes = new List<TextChange>();
        foreach (var group in diagnostics.Select(diagnostic => (diagnostic.Id, Properties: FixProperties.Read(diagnostic))).Where(item => item.Properties?.Fix is not null).GroupBy(item => item.Properties!.Expression))
        {
            if (group.Key.End > root.FullSpan.End || root.FindNode(group.Key, getInnermostNodeForTie: true) is not ExpressionSyntax expression || expression.Span != group.Key
                || ConstantText.Read(expression, model, cancellationToken) is not { } text)
            {
                continue;
            }

            var fixes = ChangesOf(text, group.First().Properties!.Syntax, group.Select(item => (item.Id, item.Properties!.Fix!)), advice);
            if (fixes is not null && !changes.Exists(change => fixes.Any(fix => fix.Span.OverlapsWith(change.Span))))
                changes.AddRange(fixes);
        }

        if (changes.Count == 0)
            return null;
        var source = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(source.WithChanges(changes.OrderBy(change => change.Span.Start)));
    }

    private static IReadOnlyList<TextChange>? ChangesOf(ConstantText text, TextSyntax syntax, IEnumerable<(string Id, TextFix Fix)> fixes, PolicyAdvice advice) =>
        FixSelection.Fix<IReadOnlyList<TextChange>>(
            fixes.Where(item => item.Fix.Offset + item.Fix.Length <= text.Value.Length),
            chosen => TextChanges.Of(text, chosen, out var corrected) is { } changes ? (changes, corrected) : null,
            (id, corrected) => IsBetter(id, syntax, text.Value, corrected, advice));

    /// <summary>A fix that leaves as many problems of its kind as there were is none.</summary>
    private static bool IsBetter(string id, TextSyntax syntax, string before, string after, PolicyAdvice advice)
    {
        return Count(after) < Count(before);

        int Count(string text) => syntax switch
        {
            TextSyntax.None when id == ApiRules.MxPatternInvalid.Id => MxPattern.TryParse(text, out _, out var findings) ? 0 : findings.Count,
            TextSyntax.None when id == ApiRules.RecordIdInvalid.Id => PolicyId.IsValid(text) ? 0 : 1,
            TextSyntax.None => OwnerNames.Fix(text) is null ? 0 : 1,
            _ => TextAssessor.Assess(text, syntax, advice).Count(finding => finding.Id == id),
        };
    }
}
