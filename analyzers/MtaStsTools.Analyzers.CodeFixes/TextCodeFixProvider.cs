using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MtaStsTools.Analyzers.CodeFixes;

/// <summary>Fixes the text of a policy, a record, a pattern or a name inside its string, whatever kind of literal that is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TextCodeFixProvider))]
public sealed class TextCodeFixProvider : CodeFixProvider
{
    /// <summary>All texts of a document together, so that the fixes of one text do not shift each other's places.</summary>
    private static readonly FixAllProvider AllAtOnce = FixAllProvider.Create((context, document, diagnostics) => FixedText.OfAsync(document, diagnostics, context.CancellationToken));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Descriptors.ForTexts
        .Concat(Descriptors.ForApiUse)
        .Select(descriptor => descriptor.Id)
        .Distinct(StringComparer.Ordinal)
        .ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AllAtOnce;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (FixProperties.Read(diagnostic) is not { Fix: not null })
                continue;
            var corrected = await FixedText.OfAsync(context.Document, ImmutableArray.Create(diagnostic), context.CancellationToken).ConfigureAwait(false);
            if (corrected is null)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(FixTitles.Of(diagnostic), createChangedDocument: _ => Task.FromResult(corrected), equivalenceKey: diagnostic.Id),
                diagnostic);
        }
    }
}
