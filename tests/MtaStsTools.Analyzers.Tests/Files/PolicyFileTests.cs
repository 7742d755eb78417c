using System.Text;
using Microsoft.CodeAnalysis.CSharp.Testing;
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
        new DiagnosticResult(Descriptors.Of(PolicyRules.MaxAgeVeryShort)).WithSpan(name, 4, 10, 4, 12).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));

    [Theory]
    [InlineData("/0/readme.txt")]
    [InlineData("/0/smta-sts.txt")]
    public Task Other_files_are_left_alone(string name) => Files(name, SourceText.From("mode: Enforce"));

    [Fact]
    public Task A_byte_order_mark() => Files("/0/mta-sts.txt", SourceText.From(Good, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)),
        new DiagnosticResult(Descriptors.Of(PolicyRules.ByteOrderMark)).WithSpan("/0/mta-sts.txt", 1, 1, 1, 1));

    [Fact]
    public Task Another_encoding() => Files("/0/mta-sts.txt", SourceText.From(Good, Encoding.Unicode),
        new DiagnosticResult(Descriptors.Of(FileRules.PolicyFileEncoding)).WithSpan("/0/mta-sts.txt", 1, 1, 1, 1));

    [Fact]
    public async Task A_file_is_mended()
    {
        var test = new CSharpCodeFixTest<PolicyFileAnalyzer, PolicyFileCodeFixProvider, DefaultVerifier>
        {
            TestCode = "class C { }",
            FixedCode = "class C { }",
            ReferenceAssemblies = Verify.NoPackages,
        };
        Verify.Prepare(test.TestState, test.SolutionTransforms, editorConfig: null, []);
        test.TestState.AdditionalFiles.Add(("/0/mta-sts.txt", Good.Replace("604800", "60", StringComparison.Ordinal)));
        test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.Of(PolicyRules.MaxAgeVeryShort)).WithSpan("/0/mta-sts.txt", 4, 10, 4, 12));
        test.FixedState.AdditionalFiles.Add(("/0/mta-sts.txt", Good));
        test.FixedState.InheritanceMode = StateInheritanceMode.AutoInherit;
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllInDocumentCheck | CodeFixTestBehaviors.SkipLocalDiagnosticCheck;
        await test.RunAsync(TestContext.Current.CancellationToken);
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

    private static Task Files(string name, SourceText text, params DiagnosticResult[] expected)
    {
        var test = new CSharpAnalyzerTest<PolicyFileAnalyzer, DefaultVerifier> { TestCode = "class C { }", ReferenceAssemblies = Verify.NoPackages };
        test.TestState.AdditionalFiles.Add((name, text));
        test.TestState.AdditionalReferences.AddRange(Verify.References);
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
