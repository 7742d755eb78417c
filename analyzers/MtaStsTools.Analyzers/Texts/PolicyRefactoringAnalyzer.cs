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
    private protected override void Start(CompilationStartAnalysisContext context, Library library) =>
        TextFinder.Register(context, new RefactoringOffers(library));
}
