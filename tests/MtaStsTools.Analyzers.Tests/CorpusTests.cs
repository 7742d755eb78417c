using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using MtaStsTools.Analyzers.Symbols;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Tests;

/// <summary>The compiler says of a text what the library says, at the same characters.</summary>
public sealed class CorpusTests
{
    /// <summary>The octets that only the library sees, and what is about a set of records.</summary>
    private static readonly HashSet<string> LibraryOnly = ["MTASTS1065", "MTASTS2001", "MTASTS2002", "MTASTS2101", "MTASTS2102"];

    public static TheoryData<string> Files => ["policies", "records", "tlsrpt"];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Literals_have_the_findings_of_the_library_at_the_same_characters(string file)
    {
        var (method, syntax) = file switch
        {
            "policies" => ("MtaStsTools.MtaStsPolicy.Validate", TextSyntax.Policy),
            "records" => ("MtaStsTools.MtaStsRecord.Validate", TextSyntax.Record),
            _ => ("MtaStsTools.TlsRptRecord.Validate", TextSyntax.TlsRpt),
        };
        var texts = CorpusTexts.All.Where(item => item.Syntax == syntax).Select(item => item.Text).ToList();
        Assert.True(texts.Count >= 20);

        var compilation = Verify.Compile([.. texts.Select((text, index) => $"class C{index} {{ object M() => {method}({Literal(text)}); }}")]);
        var diagnostics = await compilation.WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new TextAnalyzer()))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        var byTree = diagnostics.ToLookup(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal);

        var differences = new List<string>();
        for (var i = 0; i < texts.Count; i++)
        {
            var prefix = $"class C{i} {{ object M() => {method}(".Length;
            var expected = Library(texts[i], syntax).Where(finding => !LibraryOnly.Contains(finding.Id)).Select(finding => Expect(finding, texts[i], prefix)).Order(StringComparer.Ordinal).ToList();
            var actual = byTree[$"/0/Test{i}.cs"].Select(diagnostic => $"{diagnostic.Id} {diagnostic.Location.SourceSpan}").Order(StringComparer.Ordinal).ToList();
            if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
                differences.Add($"{Literal(texts[i])}\n  library:  {string.Join(", ", expected)}\n  analyzer: {string.Join(", ", actual)}");
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    /// <summary>Every unit of the text as an escape of six characters, so that where each is needs no thought.</summary>
    private static string Literal(string text) => "\"" + string.Concat(text.Select(c => $"\\u{(int)c:X4}")) + "\"";

    private static string Expect((string Id, int Offset, int Length) finding, string text, int prefix)
    {
        var whole = text.Length == 0 || (finding.Offset == 0 && finding.Length == text.Length);
        var span = whole ? new SourceSpan(prefix, (text.Length * 6) + 2) : new SourceSpan(prefix + 1 + (finding.Offset * 6), finding.Length * 6);
        return $"{finding.Id} {span}";
    }

    private static IEnumerable<(string Id, int Offset, int Length)> Library(string text, TextSyntax syntax) => LibraryFindings.Of(text, syntax);
}
