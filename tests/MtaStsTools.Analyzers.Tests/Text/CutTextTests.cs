using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Tests.Text;

/// <summary>An editor's life: every text, good or bad, in every kind of literal, cut at every character and edited at random. No analyzer throws, ever.</summary>
public sealed class CutTextTests
{
    private const int SourcesAtOnce = 2_000;
    private const string Typed = "\"\\{}$@+;:()\n\r\0\uD800u8";

    /// <summary>Of each kind of text the good and the bad ones that are not so long that a day would go by.</summary>
    private static readonly (string Text, TextSyntax Syntax)[] Texts =
    [
        .. CorpusTexts.All.Where(item => item.Text.Length < 160).GroupBy(item => (item.Syntax, IsGood: TextAssessor.Assess(item.Text, item.Syntax, PolicyAdvice.Default).Count == 0))
            .SelectMany(kind => kind.OrderBy(item => item.Text.Length).Where((_, index) => index % 6 == 0).Take(4)),
    ];

    public static TheoryData<string> Ways => [.. WrittenText.Ways.Keys];

    public static TheoryData<string> Broken =>
    [
        "\"\"\"\n", "$\"\"\"\n", "$$\"\"\"\n", "\"\"\"\r\n", "\"\"\"", "$\"\"\"", "\"\"\"\n\"", "\"\"\"\na\n  \"\"", "$\"\"\"\na{", "$$\"\"\"\na{{", "$\"{", "$\"{\"", "@\"", "$@\"", "\"u8", "\"\\", "\"\\u", "\"\\x",
        "\"\"\"\n  a\n b\n  \"\"\"", "$\"\"\"\n  a\n b\n  \"\"\"", "\"\"\"\n\"\"\"", "$\"\"\"\n\"\"\"", "\"\"\"\n  \"\"\"u8", "\"\"\"\nu8",
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public Task A_literal_without_an_end_makes_nothing_throw(string literal) => AssertNothingThrowsAsync(
        [.. Enum.GetValues<TextSyntax>().Where(syntax => syntax is TextSyntax.Policy or TextSyntax.Record or TextSyntax.TlsRpt).Select((syntax, index) => TakenTexts.Prefix(index, syntax, "") + literal)]);

    [Theory]
    [MemberData(nameof(Ways))]
    public Task Cut_at_every_character_nothing_throws(string way) => AssertNothingThrowsAsync(
        [.. Sources(way).SelectMany(source => Enumerable.Range(source.Start, source.Text.Length - source.Start).SelectMany(at => new[] { source.Text[..at], source.Text[..at] + TakenTexts.Suffix }))]);

    [Theory]
    [MemberData(nameof(Ways))]
    public Task Edited_at_random_nothing_throws(string way)
    {
        var random = new Random(way.Length);
        return AssertNothingThrowsAsync([.. Sources(way).SelectMany(source => Enumerable.Range(0, 60).Select(_ => Edit(source.Text, source.Start, random)))]);
    }

    private static IEnumerable<(string Text, int Start)> Sources(string way) => Texts
        .Select((item, index) => (Written: WrittenText.Ways[way](item.Text), Prefix: TakenTexts.Prefix(index, item.Syntax, way)))
        .Where(item => item.Written is not null)
        .Select(item => (item.Prefix + item.Written!.Source + TakenTexts.Suffix, item.Prefix.Length));

    private static string Edit(string source, int start, Random random)
    {
        var text = new StringBuilder(source);
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(start, text.Length);
            if (random.Next(2) == 0)
                text.Insert(at, Typed[random.Next(Typed.Length)]);
            else
                text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at));
        }

        return text.ToString();
    }

    private static async Task AssertNothingThrowsAsync(string[] sources)
    {
        Assert.NotEmpty(sources);
        foreach (var some in sources.Chunk(SourcesAtOnce))
        {
            var thrown = new List<string>();
            var options = new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), (exception, analyzer, _) => { lock (thrown) thrown.Add($"{analyzer}: {exception}"); }, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
            var found = await Verify.Compile([.. some, TakenTexts.Takers]).WithAnalyzers(Workbench.Analyzers, options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
            Assert.True(thrown.Count == 0, thrown.FirstOrDefault());
            Assert.All(found.Where(diagnostic => diagnostic.Location.SourceTree is not null), diagnostic => Assert.True(diagnostic.Location.SourceSpan.End <= diagnostic.Location.SourceTree!.Length, diagnostic.ToString()));
        }
    }
}
