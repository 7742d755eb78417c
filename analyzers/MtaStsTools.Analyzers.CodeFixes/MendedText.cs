using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MtaStsTools.Analyzers.CodeFixes;

/// <summary>A document with the diagnostics' texts mended.</summary>
internal static class MendedText
{
    /// <summary>Null where nothing of it can be mended.</summary>
    public static async Task<Document?> OfAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return null;
        var options = document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(root.SyntaxTree);
        var changes = new List<TextChange>();
        foreach (var group in diagnostics.Select(diagnostic => (diagnostic.Id, Properties: FixProperties.Read(diagnostic))).Where(item => item.Properties?.Fix is not null).GroupBy(item => item.Properties!.Expression))
        {
            if (group.Key.End > root.FullSpan.End || root.FindNode(group.Key, getInnermostNodeForTie: true) is not ExpressionSyntax expression || expression.Span != group.Key)
                continue;
            var fixes = TextChangesOf(expression, group.Select(item => (item.Id, item.Properties!)).ToList(), model, Thresholds.Read(options), cancellationToken);
            if (fixes is not null && !changes.Exists(change => fixes.Any(fix => fix.Span.OverlapsWith(change.Span))))
                changes.AddRange(fixes);
        }

        if (changes.Count == 0)
            return null;
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes.OrderBy(change => change.Span.Start)));
    }

    private static IReadOnlyList<TextChange>? TextChangesOf(
        ExpressionSyntax expression, List<(string Id, FixProperties Properties)> items, SemanticModel model, PolicyAdvice advice, CancellationToken cancellationToken)
    {
        if (ConstantText.Read(expression, model, cancellationToken) is not { } text)
            return null;
        var fixes = TextChanges.WithoutOverlaps(items.Select(item => item.Properties.Fix!));
        if (fixes.Any(fix => fix.Offset + fix.Length > text.Value.Length) || TextChanges.Of(text, fixes, out var mended) is not { } changes || mended == text.Value)
            return null;
        return items.GroupBy(item => item.Id, StringComparer.Ordinal).All(item => IsBetter(item.Key, item.First().Properties.Syntax, text.Value, mended, advice)) ? changes : null;
    }

    /// <summary>A fix that leaves as many problems of its kind as there were is none.</summary>
    private static bool IsBetter(string id, TextSyntax syntax, string before, string after, PolicyAdvice advice)
    {
        return Count(after) < Count(before);

        int Count(string text) => syntax switch
        {
            TextSyntax.None when id == ApiRules.MxPatternInvalid.Id => MxPatterns.Findings(text).Count(finding => finding.Severity == Severity.Error),
            TextSyntax.None when id == ApiRules.RecordIdInvalid.Id => RecordIds.IsId(text) ? 0 : 1,
            TextSyntax.None => OwnerNames.Mend(text) is null ? 0 : 1,
            _ => TextJudge.Judge(text, syntax, advice).Count(finding => finding.Id == id),
        };
    }
}
