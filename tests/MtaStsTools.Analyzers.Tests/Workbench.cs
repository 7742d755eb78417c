using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using MtaStsTools.Analyzers.CodeFixes;

namespace MtaStsTools.Analyzers.Tests;

/// <summary>An editor's view of a project: diagnostics, and the fixes that are offered for them.</summary>
internal sealed class Workbench : IDisposable
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new TextAnalyzer(), new ApiUseAnalyzer()];
    private static readonly CodeFixProvider[] Fixes = [new TextCodeFixProvider(), new MaxAgeCodeFixProvider(), new ParserCodeFixProvider()];

    private readonly AdhocWorkspace _workspace = new();

    /// <summary>A project with a document for each source.</summary>
    public Project Open(params IEnumerable<string> sources)
    {
        var project = _workspace.AddProject("Test", LanguageNames.CSharp)
            .WithMetadataReferences(Verify.References)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.CSharp12))
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        foreach (var (index, source) in sources.Index())
            project = project.AddDocument($"Test{index}.cs", source, filePath: $"/0/Test{index}.cs").Project;
        return project;
    }

    /// <summary>What the analyzers say, in the order of the sources; the compiler has nothing to say.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        Assert.Empty(compilation!.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var diagnostics = await compilation.WithAnalyzers(Analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden).OrderBy(diagnostic => diagnostic.Location.SourceSpan)];
    }

    /// <summary>The document with the first fix that is offered for the diagnostic, or null where none is.</summary>
    public static async Task<Document?> MendAsync(Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken);
        foreach (var fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            await fix.RegisterCodeFixesAsync(context);
        if (actions.Count == 0)
            return null;
        var operations = await actions[0].GetOperationsAsync(TestContext.Current.CancellationToken);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id);
    }

    public void Dispose() => _workspace.Dispose();
}
