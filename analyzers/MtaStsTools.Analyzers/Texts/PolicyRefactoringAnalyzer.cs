using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MtaStsTools.Analyzers.Symbols;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>
/// Marks the policies that could be written another way. By itself, because a compiler does not run an analyzer that
/// has only hidden diagnostics: a build pays nothing for what only an editor shows.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyRefactoringAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.ForRefactorings;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (!Library.IsReferencedBy(start.Compilation))
                return;
            var uses = new TextUses();
            TextFinder.Register(start, found => Offer(found, uses));
        });
    }

    private static void Offer(FoundText found, TextUses uses)
    {
        if (found.Syntax != TextSyntax.Policy || !TextAssessor.IsPolicyWithoutError(found.Text.Value))
            return;
        if (TypedForm.CallOf(found) is { } call)
            found.Report(TextReporter.Create(ApiRules.ConvertToTypedForm.On(subject: null), call.GetLocation(), found.Text, found.Syntax));
        if (uses.Speaks(found) && LanguageComments.FileOf(found.Text.Expression) is null)
            found.Report(TextReporter.Create(ApiRules.ExtractPolicyToFile.On(subject: null), found.Text.Expression.GetLocation(), found.Text, found.Syntax));
    }
}
