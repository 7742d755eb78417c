using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using MtaStsTools.Analyzers.CodeFixes;

namespace MtaStsTools.Analyzers.Tests;

/// <summary>
/// Each test once more with its strings in another project, as an editor has them, and in another assembly, as a build has them: the same findings, at the use.
/// A text cannot be fixed there, since it is not written there; a fix of the code around it is as good as before.
/// </summary>
internal static class Elsewhere
{
    public static async Task VerifyAsync(DiagnosticAnalyzer analyzer, IReadOnlyList<string> marked, string? editorConfig, IReadOnlyList<(string Name, string Text)> files, CodeFixProvider? fix = null, IReadOnlyList<string>? corrected = null)
    {
        var moved = MovedText.Of(marked);
        if (moved.Holder is not { } holder)
            return;
        foreach (var asProject in new[] { true, false })
        {
            using var workbench = new Workbench();
            var project = Open(workbench, asProject, holder, moved.Sources, editorConfig, files);
            var found = await FindAsync(project, analyzer);
            Assert.Equal(
                moved.Expected.Select(item => Show(item.Id, item.Source, item.Span, moved)).Order(StringComparer.Ordinal),
                found.Select(item => Show(item.Diagnostic.Id, item.Source, item.Diagnostic.Location.SourceSpan, moved)).Order(StringComparer.Ordinal));
            if (fix is TextCodeFixProvider)
                await VerifyNothingIsFixedAsync(project, found.Where(item => moved.Expected.Any(other => other.IsMoved && other.Source == item.Source && other.Span == item.Diagnostic.Location.SourceSpan)), fix);
            else if (fix is not null)
                await VerifyFixAsync(project, analyzer, fix, MovedText.Of(corrected!).Sources);
        }
    }

    /// <summary>The project that has the sources, and the strings of <paramref name="holder"/> from beyond its bounds.</summary>
    public static Project Open(Workbench workbench, bool asProject, string holder, IEnumerable<string> sources, string? editorConfig = null, IReadOnlyList<(string Name, string Text)>? files = null)
    {
        var solution = workbench.Solution;
        Project project;
        if (asProject)
        {
            var shared = Workbench.Add(solution, "Shared", Verify.References, holder);
            project = Workbench.Add(shared.Solution, "Test", Verify.References, sources).AddProjectReference(new ProjectReference(shared.Id));
        }
        else
        {
            using var assembly = new MemoryStream();
            var emitted = CSharpCompilation.Create("Shared", [CSharpSyntaxTree.ParseText(holder, encoding: Encoding.UTF8)], Verify.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(assembly);
            Assert.Empty(emitted.Diagnostics);
            project = Workbench.Add(solution, "Test", [.. Verify.References, MetadataReference.CreateFromImage(assembly.ToArray())], sources);
        }

        foreach (var (name, text) in files ?? [])
            project = project.AddAdditionalDocument(name, text, filePath: name).Project;
        return editorConfig is null ? project : project.AddAnalyzerConfigDocument("/.editorconfig", Microsoft.CodeAnalysis.Text.SourceText.From(Verify.EditorConfig(editorConfig)), filePath: "/.editorconfig").Project;
    }

    private static async Task<List<(int Source, Diagnostic Diagnostic)>> FindAsync(Project project, DiagnosticAnalyzer analyzer)
    {
        var compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        var trees = compilation.SyntaxTrees.ToList();
        var errors = compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), $"{string.Join('\n', errors)}\n{string.Join('\n', trees)}");
        var diagnostics = await compilation.WithAnalyzers([analyzer], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.Select(diagnostic => (trees.IndexOf(diagnostic.Location.SourceTree!), diagnostic))];
    }

    private static async Task VerifyNothingIsFixedAsync(Project project, IEnumerable<(int Source, Diagnostic Diagnostic)> found, CodeFixProvider fix)
    {
        foreach (var (_, diagnostic) in found)
            Assert.True(await Workbench.FixAsync(project.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, [fix]) is null, $"{diagnostic} has a fix");
    }

    private static async Task VerifyFixAsync(Project project, DiagnosticAnalyzer analyzer, CodeFixProvider fix, IReadOnlyList<string> corrected)
    {
        var oneByOne = project;
        for (var again = true; again;)
        {
            again = false;
            foreach (var (_, diagnostic) in await FindAsync(oneByOne, analyzer))
            {
                if (await Workbench.FixAsync(oneByOne.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, [fix]) is not { } after)
                    continue;
                (oneByOne, again) = (after.Project, true);
                break;
            }
        }

        await AssertAsync(oneByOne, corrected);
        if (fix.GetFixAllProvider() is null)
            return;
        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
            await AssertAsync((await Workbench.FixAllAsync(project, analyzer, fix, scope)).GetProject(project.Id)!, corrected);
    }

    private static async Task AssertAsync(Project project, IReadOnlyList<string> expected)
    {
        foreach (var (index, document) in project.Documents.Index())
            Assert.Equal(expected[index], (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
    }

    private static string Show(string id, int source, SourceSpan span, MovedText moved) =>
        source < 0 || span.End > moved.Sources[source].Length ? $"{id} beyond the project" : $"{id} {source}:{span} {moved.Sources[source].Substring(span.Start, span.Length)}";
}
