using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using MtaStsTools.Analyzers.CodeFixes;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Tests.Text;

/// <summary>Every text of the corpus in every way that C# has for writing it: the same findings at the same characters, and every fix says what it should.</summary>
public sealed class EveryWayOfWritingTests
{
    private static readonly (string Text, TextSyntax Syntax)[] Texts = [.. CorpusTexts.All.Where(item => item.Text.Length < 4_000)];

    public static TheoryData<string> Ways => [.. WrittenText.Ways.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_findings_stand_at_their_characters_and_the_fixes_say_what_they_should(string way)
    {
        var written = Texts
            .Select(item => (item.Text, item.Syntax, Written: WrittenText.Ways[way](item.Text)))
            .Where(item => item.Written is not null)
            .Select((item, index) => (item.Text, item.Syntax, Written: item.Written!, Prefix: TakenTexts.Prefix(index, item.Syntax, way)))
            .ToList();
        Assert.True(written.Count > 100, $"{written.Count} texts");

        using var workbench = new Workbench();
        var project = workbench.Open([.. written.Select(item => item.Prefix + item.Written.Source + TakenTexts.Suffix), TakenTexts.Takers]);
        var documents = project.Documents.ToList();
        var diagnostics = (await Workbench.DiagnoseAsync(project)).ToLookup(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal);

        var fixes = 0;
        foreach (var (index, item) in written.Index())
        {
            var found = diagnostics[documents[index].FilePath!].ToList();
            var findings = TextAssessor.Assess(item.Text, item.Syntax, PolicyAdvice.Default);
            Assert.Equal(
                findings.Select(finding => Expected(finding, item.Written, item.Prefix.Length)).Order(StringComparer.Ordinal),
                found.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Location.SourceSpan}").Order(StringComparer.Ordinal));
            foreach (var diagnostic in found)
            {
                if (FixProperties.Read(diagnostic)?.Fix is not { } fix)
                    continue;
                var meant = Comparable(item.Text.Remove(fix.Offset, fix.Length).Insert(fix.Offset, fix.NewText));
                var corrected = await Workbench.FixAsync(documents[index], diagnostic);
                if (corrected is null && meant == Comparable(item.Text))
                    continue;
                Assert.True(corrected is not null, $"{diagnostic} has no fix in {item.Written.Source}");
                Assert.Equal(meant, Comparable(await ValueAsync(corrected)));
                fixes++;
            }
        }

        Assert.True(fixes > 40, $"{fixes} fixes");

        // Where lines end as those of the source do, a fix cannot always say how they should.
        string Comparable(string text) => way.Contains("verbatim", StringComparison.Ordinal) || way.Contains("lines", StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text;
    }

    [Theory]
    [InlineData("regular")]
    [InlineData("raw of several lines")]
    public async Task Everything_that_can_be_fixed_is_fixed_at_once_and_then_nothing_is_left_to_fix(string way)
    {
        var sources = Texts.Select(item => (item.Syntax, Written: WrittenText.Ways[way](item.Text))).Where(item => item.Written is not null)
            .Select((item, index) => TakenTexts.Prefix(index, item.Syntax, way) + item.Written!.Source + TakenTexts.Suffix);
        using var workbench = new Workbench();
        var project = workbench.Open([string.Join("\n", sources), TakenTexts.Takers]);

        // A fix can uncover what was hidden behind the first problem, as on the lines that one line becomes.
        for (var round = 0; round < 8; round++)
            project = (await Workbench.FixAllAsync(project, new TextAnalyzer(), new TextCodeFixProvider(), FixAllScope.Project)).GetProject(project.Id)!;

        var document = project.Documents.First();
        var again = await Workbench.FixAllAsync(project, new TextAnalyzer(), new TextCodeFixProvider(), FixAllScope.Project);
        Assert.Equal((await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString(), (await again.GetDocument(document.Id)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
        foreach (var diagnostic in await Workbench.DiagnoseAsync(project))
            Assert.True(await Workbench.FixAsync(document, diagnostic) is null, $"{diagnostic} can still be fixed");
    }

    private static string Expected(Finding finding, WrittenText written, int prefix)
    {
        var (start, end) = written.SpanOf(finding.Offset ?? 0, finding.Length ?? 0);
        return $"{finding.Id} {SourceSpan.FromBounds(prefix + start, prefix + end)}";
    }

    /// <summary>What the argument says, read from the syntax alone.</summary>
    private static async Task<string> ValueAsync(Document document)
    {
        var root = await document.GetSyntaxRootAsync(TestContext.Current.CancellationToken);
        Assert.Empty(root!.GetDiagnostics());
        var value = new StringBuilder();
        Append(root.DescendantNodes().OfType<ArgumentSyntax>().First().Expression, value);
        return value.ToString();
    }

    private static void Append(ExpressionSyntax expression, StringBuilder value)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax literal:
                value.Append(literal.Token.ValueText);
                break;
            case BinaryExpressionSyntax sum:
                Append(sum.Left, value);
                Append(sum.Right, value);
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                foreach (var content in interpolated.Contents)
                {
                    if (content is InterpolatedStringTextSyntax text)
                        value.Append(text.TextToken.ValueText);
                    else
                        Append(((InterpolationSyntax)content).Expression, value);
                }

                break;
            default:
                Assert.Fail($"{expression.Kind()} is new here.");
                break;
        }
    }
}
