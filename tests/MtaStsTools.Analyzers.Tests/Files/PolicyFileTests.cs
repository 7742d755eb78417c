using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using MtaStsTools.Analyzers.CodeFixes;
using MtaStsTools.Analyzers.Files;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Tests.Files;

/// <summary>Policy files of a project.</summary>
public sealed class PolicyFileTests
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

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

    [Theory]
    [InlineData("max_age: 60", "max_age: 604800")]
    [InlineData("mode = enforce", "mode: enforce")]
    public Task A_file_is_fixed(string wrong, string right) =>
        Fix(SourceText.From(Good.Replace(right, wrong, StringComparison.Ordinal), Utf8), Good);

    [Fact]
    public Task A_byte_order_mark_is_not_saved_again() => Fix(SourceText.From(Good, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), Good);

    [Fact]
    public Task A_file_of_another_encoding_that_says_which_is_saved_as_UTF8() => Fix(SourceText.From(Good, Encoding.Unicode), Good);

    [Fact]
    public Task An_encoding_that_is_only_guessed_is_left_alone() => Fix(SourceText.From(Good, Encoding.Latin1), null);

    [Fact]
    public Task The_thresholds_of_the_editorconfig_are_the_fixes_too() =>
        Fix(SourceText.From(Good, Utf8), Good.Replace("604800", "1209600", StringComparison.Ordinal), "mtasts.min_enforce_max_age = 14d");

    /// <summary>The test framework applies fixes to sources only, so this asks the fix itself.</summary>
    private static async Task Fix(SourceText before, string? after, string? editorConfig = null)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var workbench = new Workbench();
        var project = workbench.Open("class C { }");
        if (editorConfig is not null)
            project = project.AddAnalyzerConfigDocument(".editorconfig", SourceText.From("root = true\n[*]\n" + editorConfig), filePath: "/0/.editorconfig").Project;
        var file = project.AddAdditionalDocument("mta-sts.txt", before, filePath: "/0/mta-sts.txt");
        var compilation = await file.Project.GetCompilationAsync(cancellationToken);
        var diagnostics = await compilation!.WithAnalyzers([new PolicyFileAnalyzer()], file.Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(cancellationToken);

        var actions = new List<CodeAction>();
        await new PolicyFileCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(file, Assert.Single(diagnostics), (action, _) => actions.Add(action), cancellationToken));
        if (after is null)
        {
            Assert.Empty(actions);
            return;
        }

        var operations = await Assert.Single(actions).GetOperationsAsync(cancellationToken);
        AssertSaved(after, await operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetAdditionalDocument(file.Id)!.GetTextAsync(cancellationToken));
    }

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task All_files_are_mended_at_once(FixAllScope scope)
    {
        using var workbench = new Workbench();
        var project = workbench.Open("class C { }");
        var good = project.AddAdditionalDocument("a.mta-sts.txt", SourceText.From(Good, Utf8), filePath: "/0/a.mta-sts.txt");
        var bad = good.Project.AddAdditionalDocument("b.mta-sts.txt", SourceText.From(Good.Replace("604800", "60", StringComparison.Ordinal).Replace("mode: ", "mode = ", StringComparison.Ordinal), Utf8), filePath: "/0/b.mta-sts.txt");
        var marked = bad.Project.AddAdditionalDocument("c.mta-sts.txt", SourceText.From(Good, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), filePath: "/0/c.mta-sts.txt");

        var solution = await Workbench.FixAllAsync(marked.Project, new PolicyFileAnalyzer(), new PolicyFileCodeFixProvider(), scope);
        foreach (var file in new[] { good, bad, marked })
            AssertSaved(Good, await solution.GetAdditionalDocument(file.Id)!.GetTextAsync(TestContext.Current.CancellationToken));
    }

    private static void AssertSaved(string text, SourceText saved)
    {
        Assert.Equal(text, saved.ToString());
        Assert.Empty(saved.Encoding!.GetPreamble());
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
        editorConfig: null, ("/0/mta-sts.txt", Good));

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
