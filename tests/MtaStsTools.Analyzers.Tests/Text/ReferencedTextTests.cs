using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeFixes;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Tests.Text;

/// <summary>Constants of another project, as an editor has them, and of another assembly, as a build has them: what is wrong is reported at the use, and nothing is fixed there.</summary>
public sealed class ReferencedTextTests
{
    private static readonly (string Text, TextSyntax Syntax)[] Texts = [.. CorpusTexts.All.Where(item => item.Text.Length < 4_000)];

    private static readonly string Shared =
        "public static class Shared { public const string Host = \"10.0.0.1\"; public const string Id = \"a-b\"; public const string Owner = \"mta-sts.example.com\"; public const int Days = 1;\n"
        + "public static readonly System.TimeSpan Age = System.TimeSpan.FromHours(1);\n"
        + string.Concat(Texts.Select((item, index) => $"public const string T{index} = {SymbolDisplay.FormatLiteral(item.Text, quote: true)};\n")) + "}";

    public static TheoryData<bool> AsProject => [true, false];

    [Theory]
    [MemberData(nameof(AsProject))]
    public async Task Texts_are_assessed_and_reported_at_their_use(bool asProject)
    {
        var (prefixes, uses) = (new List<string>(), new List<string>());
        foreach (var (index, item) in Texts.Index())
        {
            prefixes.Add(TakenTexts.Prefix(index, item.Syntax, ""));
            uses.Add(prefixes[index] + $"Shared.T{index}{TakenTexts.Suffix}");
        }

        using var workbench = new Workbench();
        var project = Open(workbench, asProject, [.. uses, TakenTexts.Takers]);
        var found = (await Workbench.DiagnoseAsync(project)).ToLookup(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal);

        Assert.True(found.Count > 50);
        foreach (var (index, item) in Texts.Index())
        {
            var place = new SourceSpan(prefixes[index].Length, $"Shared.T{index}".Length);
            Assert.Equal(
                TextAssessor.Assess(item.Text, item.Syntax, PolicyAdvice.Default).Select(finding => $"{finding.Id} {place}").Order(StringComparer.Ordinal),
                found[$"/0/Test{index}.cs"].Select(diagnostic => $"{diagnostic.Id} {diagnostic.Location.SourceSpan}").Order(StringComparer.Ordinal));
        }

        await AssertNothingIsFixedAsync(project, found.SelectMany(file => file));
    }

    [Theory]
    [MemberData(nameof(AsProject))]
    public async Task The_typed_form_is_assessed_and_reported_at_the_use(bool asProject)
    {
        const string source = """
            using System; using MtaStsTools; using MtaStsTools.Dns;
            class C
            {
                object M() => new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(Shared.Days), Mx = [Shared.Host] };
                object N() => new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = Shared.Age, Mx = ["mail.example.com", MxPattern.Parse(Shared.Host)] };
                object O() => new MtaStsRecord { Id = Shared.Id };
                object P(IDnsResolver resolver) => resolver.QueryAsync(Shared.Owner, DnsRecordType.TXT);
                object Q() => MtaStsPolicy.Parse("version: STSv1\nmode: none\nmax_age: 3600\n" + "foo: " + Shared.Id + "\n");
                object R() => MtaStsPolicy.Parse("version: STSv1\nmode: enforce\nmx: " + Shared.Host + "\nmax_age: 604800\n");
            }
            """;
        using var workbench = new Workbench();
        var project = Open(workbench, asProject, source);
        var found = await Workbench.DiagnoseAsync(project);

        Assert.Equal(
            ["MTASTS3001 TimeSpan.FromDays(Shared.Days)", "MTASTS3006 Shared.Host", "MTASTS3006 Shared.Host", "MTASTS3007 Shared.Id", "MTASTS3009 Shared.Owner", "MTASTS1045 Shared.Host"],
            found.Select(diagnostic => $"{diagnostic.Id} {source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)}"));
        await AssertNothingIsFixedAsync(project, found.Where(diagnostic => diagnostic.Id != "MTASTS3001"));
    }

    private static Project Open(Workbench workbench, bool asProject, params IEnumerable<string> sources) => Elsewhere.Open(workbench, asProject, Shared, sources);

    private static async Task AssertNothingIsFixedAsync(Project project, IEnumerable<Diagnostic> found)
    {
        foreach (var diagnostic in found)
            Assert.True(await Workbench.FixAsync(project.GetDocument(diagnostic.Location.SourceTree)!, diagnostic) is null, $"{diagnostic} has a fix");
        foreach (var analyzer in Workbench.Analyzers)
        {
            foreach (var fix in Workbench.Fixes.Where(fix => fix is not Analyzers.CodeFixes.MaxAgeCodeFixProvider))
            {
                var after = await Workbench.FixAllAsync(project, analyzer, fix, FixAllScope.Solution);
                Assert.Empty(after.GetChanges(project.Solution).GetProjectChanges().SelectMany(change => change.GetChangedDocuments()));
            }
        }
    }
}
