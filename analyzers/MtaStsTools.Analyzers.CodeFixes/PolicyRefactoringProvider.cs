using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using MtaStsTools.Analyzers.Literals;
using MtaStsTools.Analyzers.Symbols;

namespace MtaStsTools.Analyzers.CodeFixes;

/// <summary>Offers, on the hidden diagnostics, to keep a policy in a file or to write it in the typed form.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PolicyRefactoringProvider))]
public sealed class PolicyRefactoringProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ApiRules.ExtractPolicyToFile.Id, ApiRules.ConvertToTypedForm.Id);

    /// <summary>None: each of the two is a choice about one text.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax node)
                continue;
            var action = diagnostic.Id == ApiRules.ExtractPolicyToFile.Id
                ? ExtractToFile(context.Document, root, node, model, context.CancellationToken)
                : ConvertToTypedForm(context.Document, root, node, model, context.CancellationToken);
            if (action is not null)
                context.RegisterCodeFix(action, diagnostic);
        }
    }

    private static CodeAction? ExtractToFile(Document document, SyntaxNode root, ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        ConstantText.Read(expression, model, cancellationToken) is { } text
            ? CodeAction.Create("Extract the policy to mta-sts.txt", createChangedSolution: _ => Task.FromResult(PolicyRefactoring.ExtractToFile(document, root, expression, text.Value)), equivalenceKey: ApiRules.ExtractPolicyToFile.Id)
            : null;

    private static CodeAction? ConvertToTypedForm(Document document, SyntaxNode root, ExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        // Collection expressions are what the typed form is written with.
        if (root.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp12 }
            || node is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var argument }] }
            || Library.In(model.Compilation)?.IsPolicy(model.GetTypeInfo(node, cancellationToken).Type) != true
            || ConstantText.Read(argument, model, cancellationToken) is not { } text || PolicyRefactoring.ToTypedForm(text.Value) is not { } typed)
        {
            return null;
        }

        return CodeAction.Create(
            "Convert to the typed form",
            createChangedDocument: _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(node, typed.WithTriviaFrom(node)))),
            equivalenceKey: ApiRules.ConvertToTypedForm.Id);
    }
}
