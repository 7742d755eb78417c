using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MtaStsTools.Analyzers.Symbols;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>
/// Marks the policies that could be written another way. By itself, because a compiler does not run an analyzer that
/// has only hidden diagnostics: a build pays nothing for what only an editor shows.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyRefactoringAnalyzer() : LibraryAnalyzer(Descriptors.ForRefactorings)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        var uses = new TextUses();
        TextFinder.Register(context, found => Offer(found, library, uses));
    }

    private static void Offer(FoundText found, Library library, TextUses uses)
    {
        if (found.Syntax != TextSyntax.Policy || !TextAssessor.IsPolicyWithoutError(found.Text.Value))
            return;
        if (TypedForm.CallOf(found, library) is { } call)
            found.Report(TextReporter.Create(ApiRules.ConvertToTypedForm.On(subject: null), call.GetLocation(), found.Text.Expression, found.Syntax));
        if (uses.Speaks(found) && LanguageComments.FileOf(found.Text.Expression) is null)
            found.Report(TextReporter.Create(ApiRules.ExtractPolicyToFile.On(subject: null), found.Text.Expression.GetLocation(), found.Text.Expression, found.Syntax));
    }
}
