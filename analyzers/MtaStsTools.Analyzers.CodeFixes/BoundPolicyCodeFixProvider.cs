using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MtaStsTools.Analyzers.CodeFixes;

/// <summary>Binds the texts of a policy and makes the policy of them, where the call gives the policy and nothing else is made of it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BoundPolicyCodeFixProvider))]
public sealed class BoundPolicyCodeFixProvider : CodeFixProvider
{
    private const string Policy = "MtaStsPolicy";
    private const string Settings = "MtaStsPolicySettings";

    private static readonly FixAllProvider AllAtOnce = FixAllProvider.Create((context, document, diagnostics) => BindSettingsAsync(document, diagnostics, context.CancellationToken));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ApiRules.PolicyBound.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AllAtOnce;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await BindSettingsAsync(context.Document, ImmutableArray.Create(diagnostic), context.CancellationToken).ConfigureAwait(false) is { } corrected)
                context.RegisterCodeFix(CodeAction.Create($"Bind {Settings} and call ToPolicy", _ => Task.FromResult(corrected), equivalenceKey: diagnostic.Id), diagnostic);
        }
    }

    private static async Task<Document?> BindSettingsAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
            return null;
        var changes = new List<TextChange>();
        foreach (var diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (diagnostic.Location.SourceSpan is var span && span.End <= root.FullSpan.End && root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<GenericNameSyntax>() is { } name)
                changes.AddRange(ChangesOf(name));
        }

        if (changes.Count == 0)
            return null;
        var source = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(source.WithChanges(changes));
    }

    /// <summary>Only <c>Get&lt;MtaStsPolicy&gt;()</c> and <c>Get&lt;List&lt;MtaStsPolicy&gt;&gt;()</c> that stand for themselves are certain; other collections want other conversions.</summary>
    private static IEnumerable<TextChange> ChangesOf(GenericNameSyntax name)
    {
        if (name is not { Identifier.ValueText: "Get", TypeArgumentList.Arguments: [var type], Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } } || call.Parent is ConditionalAccessExpressionSyntax or ElementAccessExpressionSyntax)
            return [];
        var isList = type is GenericNameSyntax { Identifier.ValueText: "List", TypeArgumentList.Arguments: [NullableTypeSyntax or IdentifierNameSyntax or QualifiedNameSyntax] };
        var policy = isList ? ((GenericNameSyntax)type).TypeArgumentList.Arguments[0] : type;
        var word = policy is QualifiedNameSyntax qualified ? qualified.Right : policy as IdentifierNameSyntax;
        if (word is not { Identifier.ValueText: Policy })
            return [];
        var convert = isList ? "ConvertAll(settings => settings.ToPolicy())" : "ToPolicy()";
        var change = new TextChange(word.Span, Settings);
        return call.Parent switch
        {
            // What stands behind the call says itself whether there may be nothing.
            PostfixUnaryExpressionSyntax { OperatorToken.ValueText: "!" } sure => [change, new TextChange(new SourceSpan(sure.Span.End, 0), "." + convert)],
            MemberAccessExpressionSyntax => [change, new TextChange(new SourceSpan(call.Span.End, 0), "." + convert)],
            _ => [change, new TextChange(new SourceSpan(call.Span.End, 0), "?." + convert)],
        };
    }
}
