using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Simplification;
using MtaStsTools.Analyzers.Literals;
using MtaStsTools.Analyzers.Symbols;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.CodeFixes;

/// <summary>Calls the parser that fits the text, where the code around it has a use for what that one returns.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParserCodeFixProvider))]
public sealed class ParserCodeFixProvider : CodeFixProvider
{
    private static readonly FixAllProvider OneByOne = FixAllProvider.Create((context, document, diagnostics) => CallAllFittingAsync(document, diagnostics, context.CancellationToken));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ApiRules.SwappedText.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => OneByOne;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await CallFittingAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is var (corrected, fitting))
                context.RegisterCodeFix(CodeAction.Create($"Call the parser of {fitting}", _ => Task.FromResult(corrected), equivalenceKey: fitting), diagnostic);
        }
    }

    /// <summary>From the last to the first, so that none moves the place of another.</summary>
    private static async Task<Document?> CallAllFittingAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        foreach (var diagnostic in diagnostics.OrderByDescending(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (await CallFittingAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is var (corrected, _))
                document = corrected;
        }

        return document;
    }

    /// <summary>The document with the type whose parser fits the text, and that type; null where there is none or the code around the call has no use for it.</summary>
    private static async Task<(Document Fixed, string Fitting)?> CallFittingAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || ParserOf(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)) is not var (parser, text)
            || Library.In(model.Compilation)?.Owns(model.GetSymbolInfo(parser, cancellationToken).Symbol) != true
            || ConstantText.Read(text, model, cancellationToken) is not { } constant || NameOf(TextAssessor.Recognize(constant.Value.AsSpan())) is not { } fitting)
        {
            return null;
        }

        var type = SyntaxFactory.ParseName("global::MtaStsTools." + fitting).WithAdditionalAnnotations(Simplifier.Annotation).WithTriviaFrom(parser);
        var corrected = document.WithSyntaxRoot(root.ReplaceNode(parser, type));
        return await CompilesAsync(corrected, cancellationToken).ConfigureAwait(false) ? (corrected, fitting) : null;
    }

    /// <summary>The type whose static method is given the text as its first argument.</summary>
    private static (ExpressionSyntax Parser, ExpressionSyntax Text)? ParserOf(SyntaxNode node) =>
        node is ExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } } } } text
            ? (access.Expression, text)
            : null;

    private static string? NameOf(TextSyntax syntax) => syntax switch
    {
        TextSyntax.Policy => "MtaStsPolicy",
        TextSyntax.Record => "MtaStsRecord",
        TextSyntax.TlsRpt => "TlsRptRecord",
        _ => null,
    };

    /// <summary>The other parser returns another type, which the code around the call may have no use for.</summary>
    private static async Task<bool> CompilesAsync(Document document, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model is not null && !model.GetDiagnostics(cancellationToken: cancellationToken).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
