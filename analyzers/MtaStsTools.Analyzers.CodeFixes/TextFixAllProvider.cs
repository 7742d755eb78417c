using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MtaStsTools.Analyzers.CodeFixes;

/// <summary>Mends all texts of a document at once, so that the fixes of one text do not shift each other's places.</summary>
internal sealed class TextFixAllProvider : DocumentBasedFixAllProvider
{
    public static readonly TextFixAllProvider Instance = new();

    protected override async Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics) =>
        await MendedText.OfAsync(document, diagnostics, fixAllContext.CancellationToken).ConfigureAwait(false) ?? document;
}
