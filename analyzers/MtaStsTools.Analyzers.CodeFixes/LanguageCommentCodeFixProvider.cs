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
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (MeantBy(diagnostic) is { } meant && await RenameAsync(context.Document, ImmutableArray.Create(diagnostic), context.CancellationToken).ConfigureAwait(false) is { } renamed)
                context.RegisterCodeFix(CodeAction.Create($"Write '{meant}'", _ => Task.FromResult(renamed), equivalenceKey: diagnostic.Id), diagnostic);
        }
    }

    /// <summary>The document with the right names, or null where none of the places is still in a comment.</summary>
    private static async Task<Document?> RenameAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
            return null;
        var changes = new List<TextChange>();
        foreach (var diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            var span = diagnostic.Location.SourceSpan;
            if (MeantBy(diagnostic) is { } meant && span.End <= root.FullSpan.End && LanguageComment.Read(root.FindTrivia(span.Start)) is { Syntax: TextSyntax.None } comment && comment.NameSpan == span)
                changes.Add(new TextChange(span, meant));
        }

        if (changes.Count == 0)
            return null;
        var source = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(source.WithChanges(changes));
    }

    private static string? MeantBy(Diagnostic diagnostic) => diagnostic.Properties.TryGetValue(LanguageComment.MeantProperty, out var meant) ? meant : null;
}
