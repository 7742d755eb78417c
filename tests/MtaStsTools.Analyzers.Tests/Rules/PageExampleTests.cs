using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using MtaStsTools.Analyzers.Tests.Api;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Tests.Rules;

/// <summary>The pages of the rules promise nothing that the compiler does not do: their examples are compiled.</summary>
public sealed class PageExampleTests
{
    /// <summary>
    /// What no expression shows: a text of 64 KiB, the hidden refactorings, and the rules about files.
    /// The corpus and tests of their own have these.
    /// </summary>
    private static readonly string[] WithoutExample = ["MTASTS1001", "MTASTS3901", "MTASTS3902", "MTASTS4001", "MTASTS4002", "MTASTS4003", "MTASTS4004"];

    public static TheoryData<string> Ids =>
        [.. Descriptors.ForTexts.Concat(Descriptors.ForApiUse).Select(descriptor => descriptor.Id).Distinct(StringComparer.Ordinal).Except(WithoutExample, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_example_has_the_finding_and_the_better_one_has_none(string id)
    {
        var example = PageExample.Read(id);
        using var workbench = new Workbench();
        var project = workbench.Open(Source("Bad", example.Bad), Source("Better", example.Better), ConfigurationStub.Source);
        var found = (await Workbench.DiagnoseAsync(project)).ToLookup(diagnostic => diagnostic.Location.SourceTree!.FilePath, diagnostic => diagnostic.Id, StringComparer.Ordinal);

        Assert.Contains(id, found["/0/Test0.cs"]);
        Assert.Empty(found["/0/Test1.cs"]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_code_fix_makes_the_better_example_of_the_bad_one(string id)
    {
        var example = PageExample.Read(id);
        using var workbench = new Workbench();
        var document = workbench.Open(Source("Bad", example.Bad), ConfigurationStub.Source).Documents.First();
        var diagnostic = (await Workbench.DiagnoseAsync(document.Project)).First(diagnostic => diagnostic.Id == id);

        var corrected = await Workbench.FixAsync(document, diagnostic);
        if (example.CodeFix.StartsWith("None: ", StringComparison.Ordinal))
            Assert.Null(corrected);
        else
            Assert.Equal(Source("Bad", example.Better), (await Assert.IsType<Document>(corrected).GetTextAsync(TestContext.Current.CancellationToken)).ToString());
    }

    /// <summary>A page says "Yes" where the corpus has a fix for each of the rule's findings, and "None" where it has none at all.</summary>
    [Fact]
    public void The_pages_say_how_often_there_is_a_fix()
    {
        var findings = CorpusTexts.All.SelectMany(item => TextAssessor.Assess(item.Text, item.Syntax, PolicyAdvice.Default)).ToLookup(finding => finding.Id, StringComparer.Ordinal);
        var wrong = Ids.Select(row => row.Data).Where(id => findings.Contains(id)).Select(id =>
        {
            var fixable = findings[id].Count(finding => finding.Fix is not null);
            var expected = fixable == findings[id].Count() ? "Yes" : fixable > 0 ? "Where the fixed text is certain" : "None: ";
            return (Id: id, Page: PageExample.Read(id).CodeFix, Expected: expected);
        }).Where(item => !item.Page.StartsWith(item.Expected, StringComparison.Ordinal));
        Assert.Empty(wrong);
    }

    private static string Source(string name, string expression) => $$"""
        using System;
        using System.Threading;
        using Microsoft.Extensions.Configuration;
        using MtaStsTools;
        using MtaStsTools.Publishing.Dns;

        class {{name}}
        {
            object? M(IDnsRecordProvider provider, IConfiguration configuration, CancellationToken cancellationToken) => {{expression}};
        }
        """;
}
