using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MtaStsTools.Analyzers.Symbols;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>Assesses constant strings that are given to what takes a policy, a record or a domain name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TextAnalyzer() : LibraryAnalyzer(Descriptors.ForTexts)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library) =>
        TextFinder.Register(context, new TextReporter(context.Options));
}
