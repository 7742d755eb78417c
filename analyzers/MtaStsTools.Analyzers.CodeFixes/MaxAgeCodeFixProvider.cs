using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Simplification;
using MtaStsTools.Analyzers.Api;
using MtaStsTools.Analyzers.Literals;

namespace MtaStsTools.Analyzers.CodeFixes;

/// <summary>Writes <c>TimeSpan.FromDays(n)</c> for a lifetime in the wrong unit or out of bounds.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MaxAgeCodeFixProvider))]
public sealed class MaxAgeCodeFixProvider : CodeFixProvider
{
    private static readonly FixAllProvider AllAtOnce = FixAllProvider.Create((context, document, diagnostics) => WriteDaysAsync(document, diagnostics, context.CancellationToken));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        ApiRules.EnforceMaxAgeShort.Id, ApiRules.NoneMaxAgeLong.Id, ApiRules.MaxAgeOutOfRange.Id, ApiRules.MaxAgeUnitSlip.Id, ApiRules.MaxAgeZero.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AllAtOnce;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await WriteDaysAsync(context.Document, ImmutableArray.Create(diagnostic), context.CancellationToken).ConfigureAwait(false) is not { } corrected)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create($"Write TimeSpan.FromDays({diagnostic.Properties[PolicyAssessor.Days]})", _ => Task.FromResult(corrected), equivalenceKey: diagnostic.Id),
                diagnostic);
        }
    }

    /// <summary>The document with whole days in place of the lifetimes, or null where none is certain.</summary>
    private static async Task<Document?> WriteDaysAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        var days = new Dictionary<SyntaxNode, string>();
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(PolicyAssessor.Days, out var number) && number is not null
                && root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax written
                && TimeSpanFolder.IsTimeSpan(model.GetTypeInfo(written, cancellationToken).ConvertedType))
            {
                days[OnlyDefinition(written, root, model, cancellationToken) ?? written] = number;
            }
        }

        return days.Count == 0 ? null : document.WithSyntaxRoot(root.ReplaceNodes(days.Keys, (written, _) => FromDays(days[written]).WithTriviaFrom(written)));
    }

    /// <summary>What a private name is defined by, where nothing else uses the name; a name that is used elsewhere keeps its value there.</summary>
    private static ExpressionSyntax? OnlyDefinition(ExpressionSyntax written, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        if (written is not IdentifierNameSyntax || model.GetSymbolInfo(written, cancellationToken).Symbol is not { DeclaredAccessibility: Accessibility.Private or Accessibility.NotApplicable } symbol
            || Definitions.OfUnchanging(symbol, model, cancellationToken) is not { } definition || symbol.ContainingType?.DeclaringSyntaxReferences.Length > 1)
        {
            return null;
        }

        var uses = root.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Count(name => name.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol));
        return uses == 1 ? definition : null;
    }

    private static InvocationExpressionSyntax FromDays(string days) =>
        SyntaxFactory.InvocationExpression(
            SyntaxFactory.ParseExpression("global::System.TimeSpan.FromDays").WithAdditionalAnnotations(Simplifier.Annotation),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(
                SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(int.Parse(days, CultureInfo.InvariantCulture)))))));
}
