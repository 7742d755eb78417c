using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace MtaStsTools.Analyzers.CodeFixes;

/// <summary>Mends policy files.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PolicyFileCodeFixProvider), DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)], DocumentExtensions = [".txt"])]
public sealed class PolicyFileCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Descriptors.ForFiles.Select(descriptor => descriptor.Id).ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => PolicyFileFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await MendAsync(context.TextDocument, ImmutableArray.Create(diagnostic), context.CancellationToken).ConfigureAwait(false) is not { } mended)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(FixTitles.Of(diagnostic), _ => Task.FromResult(context.TextDocument.Project.Solution.WithAdditionalDocumentText(context.TextDocument.Id, mended)), equivalenceKey: diagnostic.Id),
                diagnostic);
        }
    }

    /// <summary>The text of the file with its diagnostics mended, or null where none can be.</summary>
    internal static async Task<SourceText?> MendAsync(TextDocument document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var source = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var before = source.ToString();
        var fixes = TextChanges.WithoutOverlaps(diagnostics.Select(diagnostic => FixProperties.Read(diagnostic)?.Fix).OfType<TextFix>().Where(fix => fix.Offset + fix.Length <= before.Length));
        var after = TextChanges.Apply(before, fixes);
        var isMarked = diagnostics.Any(diagnostic => diagnostic.Id == PolicyRules.ByteOrderMark.Id) && source.Encoding is { } encoding && encoding.GetPreamble().Length > 0;
        if (after == before && !isMarked)
            return null;

        var findings = Judge(before);
        var left = Judge(after);
        var better = isMarked || diagnostics.Select(diagnostic => diagnostic.Id).Distinct(StringComparer.Ordinal).All(id => left.Count(finding => finding.Id == id) < findings.Count(finding => finding.Id == id));
        return better ? SourceText.From(after, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) : null;

        IReadOnlyList<Finding> Judge(string text) => TextJudge.Judge(text, TextSyntax.Policy, PolicyAdvice.Default);
    }
}
