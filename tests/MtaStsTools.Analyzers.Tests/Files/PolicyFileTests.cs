using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using MtaStsTools.Analyzers.CodeFixes;

namespace MtaStsTools.Analyzers.Tests.Files;

/// <summary>Policy files of a project.</summary>
public sealed class PolicyFileTests
{
    private const string Good = "version: STSv1\r\nmode: enforce\r\nmx: a.example\r\nmax_age: 604800\r\n";

    [Theory]
    [InlineData("/0/mta-sts.txt")]
    [InlineData("/0/example.com.mta-sts.txt")]
    public Task Findings_stand_at_their_line_and_column(string name) => Files(name, SourceText.From(Good.Replace("604800", "60", StringComparison.Ordinal)),
        Warning(PolicyRules.MaxAgeVeryShort).WithSpan(name, 4, 10, 4, 12));

    [Theory]
    [InlineData("/0/readme.txt")]
    [InlineData("/0/smta-sts.txt")]
    public Task Other_files_are_left_alone(string name) => Files(name, SourceText.From("mode: Enforce"));

    [Fact]
    public Task A_byte_order_mark() => Files("/0/mta-sts.txt", SourceText.From(Good, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)),
        Warning(PolicyRules.ByteOrderMark).WithSpan("/0/mta-sts.txt", 1, 1, 1, 1));

    [Fact]
    public Task Another_encoding() => Files("/0/mta-sts.txt", SourceText.From(Good, Encoding.Unicode),
        Warning(FileRules.PolicyFileEncoding).WithSpan("/0/mta-sts.txt", 1, 1, 1, 1));

    /// <summary>The test framework applies fixes to sources only, so this asks the fix itself.</summary>
    [Theory]
    [InlineData("max_age: 60", "max_age: 604800", false)]
    [InlineData("mode = enforce", "mode: enforce", false)]
    [InlineData("", "", true)]
    public async Task A_file_is_mended_and_saved_without_a_byte_order_mark(string wrong, string right, bool mark)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Test", LanguageNames.CSharp).WithMetadataReferences(Verify.References).AddDocument("C.cs", "class C { }").Project;
        var before = right.Length == 0 ? Good : Good.Replace(right, wrong, StringComparison.Ordinal);
        var file = project.AddAdditionalDocument("mta-sts.txt", SourceText.From(before, new UTF8Encoding(mark)), filePath: "/0/mta-sts.txt");
        var compilation = await file.Project.GetCompilationAsync(cancellationToken);
        var diagnostics = await compilation!
            .WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new PolicyFileAnalyzer()), file.Project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync(cancellationToken);

        var actions = new List<CodeAction>();
        await new PolicyFileCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(file, Assert.Single(diagnostics), (action, _) => actions.Add(action), cancellationToken));
        var operations = await Assert.Single(actions).GetOperationsAsync(cancellationToken);
        var mended = await operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetAdditionalDocument(file.Id)!.GetTextAsync(cancellationToken);
        Assert.Equal(Good, mended.ToString());
        Assert.Empty(mended.Encoding!.GetPreamble());
    }

    [Theory]
    [InlineData("mode: enforce", "mta-sts.txt", "")]
    [InlineData("{|MTASTS4002:mode: testing|}", "mta-sts.txt", "")]
    [InlineData("mode: enforce", "other.txt", "MTASTS4003")]
    public Task A_string_that_names_its_file_must_agree_with_it(string mode, string file, string missing) => Verify.Analyzer<TextAnalyzer>(
        $$"""
        class C
        {
            // lang=mta-sts-policy file={{(missing.Length == 0 ? file : $"{{|{missing}:{file}|}}")}}
            const string Text = "version: STSv1\n{{mode}}\nmx: a.example\nmax_age: 604800\n";
        }
        """,
        "dotnet_diagnostic.MTASTS3901.severity = none", ("/0/mta-sts.txt", Good));

    private static DiagnosticResult Warning(Rule rule) => new(rule.Id, DiagnosticSeverity.Warning);

    private static Task Files(string name, SourceText text, params DiagnosticResult[] expected)
    {
        var test = new CSharpAnalyzerTest<PolicyFileAnalyzer, DefaultVerifier> { TestCode = "class C { }", ReferenceAssemblies = Verify.NoPackages };
        test.TestState.AdditionalFiles.Add((name, text));
        test.TestState.AdditionalReferences.AddRange(Verify.References);
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
