using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using MtaStsTools.Analyzers.Api;
using MtaStsTools.Analyzers.CodeFixes;
using MtaStsTools.Analyzers.Files;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Tests;

/// <summary>An editor's view of a project: diagnostics, and the fixes that are offered for them.</summary>
internal sealed class Workbench : IDisposable
{
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new TextAnalyzer(), new PolicyRefactoringAnalyzer(), new ApiUseAnalyzer(), new PolicyFileAnalyzer(), new OptionAnalyzer()];
    public static readonly CodeFixProvider[] Fixes = [new TextCodeFixProvider(), new MaxAgeCodeFixProvider(), new ParserCodeFixProvider(), new LanguageCommentCodeFixProvider(), new BoundPolicyCodeFixProvider()];

    private readonly AdhocWorkspace _workspace = new();

    /// <summary>A solution without projects.</summary>
    public Solution Solution => _workspace.CurrentSolution;

    /// <summary>A project with a document for each source.</summary>
    public Project Open(params IEnumerable<string> sources) => Add(Solution, "Test", Verify.References, sources);

    /// <summary>The same, in a solution that has other projects.</summary>
    public static Project Add(Solution solution, string name, IEnumerable<MetadataReference> references, params IEnumerable<string> sources)
    {
        var project = solution.AddProject(name, name, LanguageNames.CSharp)
            .WithMetadataReferences(references)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.CSharp12))
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        foreach (var (index, source) in sources.Index())
            project = project.AddDocument($"{name}{index}.cs", source, filePath: $"/0/{name}{index}.cs").Project;
        return project;
    }

    /// <summary>What the analyzers say, in the order of the sources; the compiler has nothing to say.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        Assert.Empty(compilation!.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return await AnalyzeAsync(project);
    }

    /// <summary>What the analyzers say of sources that need not compile.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        var diagnostics = await compilation!.WithAnalyzers(Analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden).OrderBy(diagnostic => diagnostic.Location.SourceSpan)];
    }

    /// <summary>The document with the first fix that is offered for the diagnostic, or null where none is.</summary>
    public static Task<Document?> FixAsync(Document document, Diagnostic diagnostic) => FixAsync(document, diagnostic, Fixes);

    /// <summary>The same of some fixes.</summary>
    public static async Task<Document?> FixAsync(Document document, Diagnostic diagnostic, IEnumerable<CodeFixProvider> fixes)
    {
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken);
        foreach (var fix in fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            await fix.RegisterCodeFixesAsync(context);
        if (actions.Count == 0)
            return null;
        var operations = await actions[0].GetOperationsAsync(TestContext.Current.CancellationToken);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id);
    }

    /// <summary>The solution with all fixes of a provider, as the menu offers them for a whole project or solution; the same where it has none.</summary>
    public static async Task<Solution> FixAllAsync(Project project, DiagnosticAnalyzer analyzer, CodeFixProvider fix, FixAllScope scope)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var context = new FixAllContext(
            project.Documents.First(), fix, scope, codeActionEquivalenceKey: null!, fix.FixableDiagnosticIds, new DiagnosticsOf(analyzer), cancellationToken);
        if (await fix.GetFixAllProvider()!.GetFixAsync(context) is not { } action)
            return project.Solution;
        var operations = await action.GetOperationsAsync(cancellationToken);
        return operations.OfType<ApplyChangesOperation>().SingleOrDefault()?.ChangedSolution ?? project.Solution;
    }

    public void Dispose() => _workspace.Dispose();

    private sealed class DiagnosticsOf(DiagnosticAnalyzer analyzer) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            var compilation = await project.GetCompilationAsync(cancellationToken);
            return await compilation!.WithAnalyzers([analyzer], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(cancellationToken);
        }

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await GetAllDiagnosticsAsync(document.Project, cancellationToken)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await GetAllDiagnosticsAsync(project, cancellationToken)).Where(diagnostic => diagnostic.Location.SourceTree is null);
    }
}
