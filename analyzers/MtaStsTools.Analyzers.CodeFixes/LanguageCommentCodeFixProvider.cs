using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.CodeFixes;

/// <summary>Writes the right name in a comment that names a grammar.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LanguageCommentCodeFixProvider))]
public sealed class LanguageCommentCodeFixProvider : CodeFixProvider
{
    private static readonly FixAllProvider AllAtOnce = FixAllProvider.Create((context, document, diagnostics) => RenameAsync(document, diagnostics, context.CancellationToken));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(FileRules.UnknownLanguage.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AllAtOnce;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(
                CodeAction.Create($"Write '{diagnostic.Properties[LanguageComment.MeantProperty]}'", token => RenameAsync(context.Document, ImmutableArray.Create(diagnostic), token)!, equivalenceKey: diagnostic.Id),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Document?> RenameAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var source = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var changes = diagnostics.Select(diagnostic => new TextChange(diagnostic.Location.SourceSpan, diagnostic.Properties[LanguageComment.MeantProperty]!));
        return document.WithText(source.WithChanges(changes.OrderBy(change => change.Span.Start)));
    }
}
