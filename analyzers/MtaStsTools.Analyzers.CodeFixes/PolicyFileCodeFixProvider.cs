using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using MtaStsTools.Analyzers.Files;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.CodeFixes;

/// <summary>Fixes policy files.</summary>
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
            if (await FixAsync(context.TextDocument, ImmutableArray.Create(diagnostic), context.CancellationToken).ConfigureAwait(false) is not { } corrected)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(FixTitles.Of(diagnostic), _ => Task.FromResult(context.TextDocument.Project.Solution.WithAdditionalDocumentText(context.TextDocument.Id, corrected)), equivalenceKey: diagnostic.Id),
                diagnostic);
        }
    }

    /// <summary>The text of the file with its diagnostics fixed, or null where none can be.</summary>
    internal static async Task<SourceText?> FixAsync(TextDocument document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (!PolicyFileAnalyzer.IsPolicyFile(document.FilePath ?? document.Name))
            return null;
        var source = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var before = source.ToString();
        var advice = AdviceFor(document);
        var after = FixSelection.Fix<string>(
            diagnostics.Select(diagnostic => (diagnostic.Id, Fix: FixProperties.Read(diagnostic)?.Fix!)).Where(item => item.Fix is not null && item.Fix.Offset + item.Fix.Length <= before.Length),
            chosen =>
            {
                var corrected = TextChanges.Apply(before, chosen);
                return (corrected, corrected);
            },
            (id, corrected) => Count(id, corrected) < Count(id, before));
        var isSavedWrong = diagnostics.Any(diagnostic => diagnostic.Id == PolicyRules.ByteOrderMark.Id || diagnostic.Id == FileRules.PolicyFileEncoding.Id) && HasMark(source.Encoding);
        return after is null && !isSavedWrong ? null : SourceText.From(after ?? before, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

        int Count(string id, string text) => TextAssessor.Assess(text, TextSyntax.Policy, advice).Count(finding => finding.Id == id);
    }

    /// <summary>A byte order mark says for certain how the octets are to be read; without one the encoding is the compiler's guess.</summary>
    private static bool HasMark(Encoding? encoding) => encoding is not null && encoding.GetPreamble().Length > 0;

    private static PolicyAdvice AdviceFor(TextDocument document)
    {
        var options = document.Project.AnalyzerOptions;
        var file = options.AdditionalFiles.FirstOrDefault(file => file.Path == document.FilePath);
        return file is null ? PolicyAdvice.Default : Thresholds.Read(options.AnalyzerConfigOptionsProvider.GetOptions(file));
    }
}
