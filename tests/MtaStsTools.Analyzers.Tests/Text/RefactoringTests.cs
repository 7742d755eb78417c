using System.Text;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using MtaStsTools.Analyzers.CodeFixes;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Tests.Text;

/// <summary>What is offered and never asked for.</summary>
public sealed class RefactoringTests
{
    private const string Literal = "\"version: STSv1\\nmode: enforce\\nmx: a.example\\nmx: *.b.example\\nmax_age: 604800\\nfoo: bar\\n\"";

    [Fact]
    public Task A_parsed_text_becomes_the_typed_form() => Run(
        "MTASTS3902",
        $"using MtaStsTools;\n\nclass C\n{{\n    object M() => {{|MTASTS3902:MtaStsPolicy.Parse({{|MTASTS3901:{Literal}|}})|}};\n}}\n",
        "using MtaStsTools;\n\nclass C\n{\n    object M() => new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = System.TimeSpan.FromDays(7), Mx = [\"a.example\", \"*.b.example\"], Extensions = [new Extension(\"foo\", \"bar\")] };\n}\n");

    [Fact]
    public Task A_text_becomes_a_file_that_the_compiler_holds_it_against() => Run(
        "MTASTS3901",
        $"using MtaStsTools;\n\nclass C\n{{\n    // What we promise.\n    private const string Text = {{|MTASTS3901:{Literal}|}};\n    object M() => {{|MTASTS3902:MtaStsPolicy.Parse(Text)|}};\n}}\n",
        $"using MtaStsTools;\n\nclass C\n{{\n    // What we promise.\n    // lang=mta-sts-policy file=mta-sts.txt\n    private const string Text = {Literal};\n    object M() => {{|MTASTS3902:MtaStsPolicy.Parse(Text)|}};\n}}\n",
        ("mta-sts.txt", "version: STSv1\r\nmode: enforce\r\nmx: a.example\r\nmx: *.b.example\r\nmax_age: 604800\r\nfoo: bar\r\n"));

    private static async Task Run(string id, string source, string after, params (string Name, string Text)[] files)
    {
        var test = new CSharpCodeFixTest<PolicyRefactoringAnalyzer, PolicyRefactoringProvider, DefaultVerifier>
        {
            TestCode = source,
            FixedCode = after,
            ReferenceAssemblies = Verify.NoPackages,
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
            CodeActionEquivalenceKey = id,
            CodeActionValidationMode = CodeActionValidationMode.None,
            CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck | CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        };
        Verify.Prepare(test.TestState, test.SolutionTransforms, editorConfig: null, []);
        foreach (var (name, text) in files)
            test.FixedState.AdditionalFiles.Add((name, SourceText.From(text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))));
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        await test.RunAsync(TestContext.Current.CancellationToken);
    }
}
