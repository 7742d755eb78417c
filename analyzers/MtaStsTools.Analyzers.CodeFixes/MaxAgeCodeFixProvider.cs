using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace MtaStsTools.Analyzers.CodeFixes;

/// <summary>Writes <c>TimeSpan.FromDays(n)</c> for a lifetime in the wrong unit or out of bounds.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MaxAgeCodeFixProvider))]
public sealed class MaxAgeCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        ApiRules.EnforceMaxAgeShort.Id, ApiRules.NoneMaxAgeLong.Id, ApiRules.MaxAgeOutOfRange.Id, ApiRules.MaxAgeUnitSlip.Id, ApiRules.MaxAgeZero.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(PolicyJudge.Days, out var days) || days is null
                || root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax written)
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Write TimeSpan.FromDays({days})",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(written, FromDays(days).WithTriviaFrom(written)))),
                    equivalenceKey: diagnostic.Id),
                diagnostic);
        }
    }

    private static InvocationExpressionSyntax FromDays(string days) =>
        SyntaxFactory.InvocationExpression(
            SyntaxFactory.ParseExpression("global::System.TimeSpan.FromDays").WithAdditionalAnnotations(Simplifier.Annotation),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(
                SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(int.Parse(days, CultureInfo.InvariantCulture)))))));
}
