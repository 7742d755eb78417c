extern alias library;
extern alias sdk;

using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;


namespace MtaStsTools.Analyzers.Tests;

/// <summary>Runs the test framework of Roslyn with the library and the references of .NET 8 at hand, so that no test asks a registry.</summary>
internal static class Verify
{
    private static PortableExecutableReference ReferenceTo(Type type) => MetadataReference.CreateFromFile(type.Assembly.Location);

    private static string ReferencePack =>
        typeof(Verify).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "ReferencePack").Value!;

    public static readonly ReferenceAssemblies NoPackages = new("net8.0");

    public static readonly ImmutableArray<MetadataReference> Framework =
        [.. Directory.GetFiles(ReferencePack, "*.dll").Select(path => MetadataReference.CreateFromFile(path))];

    public static readonly ImmutableArray<MetadataReference> References =
        [.. Framework, ReferenceTo(typeof(library::MtaStsTools.MtaStsPolicy)), ReferenceTo(typeof(sdk::MtaStsTools.Dns.IDnsResolver))];

    /// <summary>The source has exactly the diagnostics that its markup names: <c>{|MTASTS1021:Enforce|}</c>, also with its strings in another project and assembly.</summary>
    public static Task Analyzer<TAnalyzer>(string source, string? editorConfig = null, params (string Name, string Text)[] files)
        where TAnalyzer : DiagnosticAnalyzer, new() => Analyzer<TAnalyzer>(source, editorConfig, anotherSource: null, files);

    /// <summary>The same, with another source beside it.</summary>
    public static async Task Analyzer<TAnalyzer>(string source, string? editorConfig, string? anotherSource, params (string Name, string Text)[] files)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> { TestCode = source, ReferenceAssemblies = NoPackages, MarkupOptions = MarkupOptions.UseFirstDescriptor };
        if (anotherSource is not null)
            test.TestState.Sources.Add(anotherSource);
        Prepare(test.TestState, test.SolutionTransforms, editorConfig, files);
        await test.RunAsync(TestContext.Current.CancellationToken);
        await Elsewhere.VerifyAsync(new TAnalyzer(), anotherSource is null ? [source] : [source, anotherSource], editorConfig, files);
    }

    /// <summary>The source becomes the fixed one; applied one by one, and all at once in document, project and solution.</summary>
    public static Task Fix<TAnalyzer, TFix>(string source, string corrected, string? editorConfig = null, int? iterations = null, int? fixAllIterations = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() => Fix<TAnalyzer, TFix>([source], [corrected], editorConfig, iterations, fixAllIterations);

    /// <summary>The same of several sources.</summary>
    public static async Task Fix<TAnalyzer, TFix>(string[] sources, string[] corrected, string? editorConfig = null, int? iterations = null, int? fixAllIterations = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
        {
            ReferenceAssemblies = NoPackages,
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
            NumberOfIncrementalIterations = iterations,
            NumberOfFixAllIterations = fixAllIterations,
            NumberOfFixAllInDocumentIterations = fixAllIterations,
            NumberOfFixAllInProjectIterations = fixAllIterations,
            CodeActionValidationMode = CodeActionValidationMode.None,
            // A constant is reported where it is defined, and that may be another member than the one that uses it.
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        };
        foreach (var source in sources)
            test.TestState.Sources.Add(source);
        foreach (var source in corrected)
            test.FixedState.Sources.Add(source);
        Prepare(test.TestState, test.SolutionTransforms, editorConfig, []);
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        await test.RunAsync(TestContext.Current.CancellationToken);
        await Elsewhere.VerifyAsync(new TAnalyzer(), sources, editorConfig, [], new TFix(), corrected);
    }

    /// <summary>A project like the test framework's, for the tests that need more than markup can say.</summary>
    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Test",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp12), $"/0/Test{index}.cs")),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static string EditorConfig(string options) => "root = true\n[*]\n" + options;

    public static void Prepare(
        SolutionState state, IList<Func<Solution, ProjectId, Solution>> transforms, string? editorConfig, (string Name, string Text)[] files)
    {
        state.AdditionalReferences.AddRange(References);
        foreach (var (name, text) in files)
            state.AdditionalFiles.Add((name, text));
        if (editorConfig is not null)
            state.AnalyzerConfigFiles.Add(("/.editorconfig", EditorConfig(editorConfig)));
        transforms.Add((solution, id) => solution.WithProjectParseOptions(id, new CSharpParseOptions(LanguageVersion.CSharp12)));
    }
}
