using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using MtaStsTools.Corpus;

namespace MtaStsTools.Analyzers.Tests;

/// <summary>Rule, page, help link, release file and catalogue say the same.</summary>
public sealed class CatalogueTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(CorpusReader.Find(), "..", ".."));

    private static readonly IReadOnlyList<DiagnosticDescriptor> All =
        [.. Descriptors.ForTexts.Concat(Descriptors.ForRefactorings).Concat(Descriptors.ForApiUse).Concat(Descriptors.ForFiles).Concat(Descriptors.ForOptions).DistinctBy(descriptor => descriptor.Id).OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    public static TheoryData<string> Ids => [.. All.Select(descriptor => descriptor.Id)];

    [Fact]
    public void Every_rule_that_shows_in_code_or_files_is_supported_by_an_analyzer() =>
        Assert.Equal(
            RuleCatalog.All.Where(rule => (rule.Surfaces & (RuleSurfaces.Code | RuleSurfaces.File)) != RuleSurfaces.None).Select(rule => rule.Id),
            All.Select(descriptor => descriptor.Id));

    [Fact]
    public void What_needs_octets_or_all_records_of_a_name_is_for_the_library_alone() =>
        Assert.Equal(
            ["MTASTS1065", "MTASTS2001", "MTASTS2002", "MTASTS2015", "MTASTS2101", "MTASTS2102", "MTASTS2116"],
            RuleCatalog.All.Where(rule => rule.Surfaces == (RuleSurfaces.Text | RuleSurfaces.Live)).Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Descriptor_and_page_are_the_catalogues(string id)
    {
        var rule = RuleCatalog.Get(id);
        var descriptor = All.Single(item => item.Id == id);
        Assert.Equal(rule.Title, descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(rule.MessageFormat, descriptor.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(rule.HelpUri.ToString(), descriptor.HelpLinkUri);
        Assert.EndsWith("/" + id + ".md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        var page = Path.Combine(Root, "docs", "rules", id + ".md");
        Assert.True(File.Exists(page), $"Write the page {page}.");
        Assert.Contains(rule.Title, File.ReadLines(page).First(), StringComparison.Ordinal);
    }

    [Fact]
    public void Release_files_list_each_rule_with_its_category_and_severity()
    {
        var folder = Path.Combine(Root, "analyzers", "MtaStsTools.Analyzers");
        var listed = new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
            .SelectMany(file => File.ReadLines(Path.Combine(folder, file)))
            .Select(line => Regex.Match(line, @"^(?<id>MTASTS\d{4}) \| (?<category>\S+) \| (?<severity>\w+) \| ", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Where(match => match.Success)
            .Select(match => (match.Groups["id"].Value, match.Groups["category"].Value, match.Groups["severity"].Value))
            .Order();
        Assert.Equal(All.Select(descriptor => (descriptor.Id, descriptor.Category, descriptor.DefaultSeverity.ToString())), listed);
    }

    /// <summary>A compiler skips an analyzer only if all that it has is hidden.</summary>
    [Fact]
    public void What_is_hidden_has_an_analyzer_of_its_own()
    {
        Assert.All(Descriptors.ForRefactorings, descriptor => Assert.Equal(DiagnosticSeverity.Hidden, descriptor.DefaultSeverity));
        Assert.All(All.Except(Descriptors.ForRefactorings), descriptor => Assert.NotEqual(DiagnosticSeverity.Hidden, descriptor.DefaultSeverity));
    }

    [Fact]
    public void The_package_ships_no_severity_above_a_warning() =>
        Assert.All(All, descriptor => Assert.NotEqual(DiagnosticSeverity.Error, descriptor.DefaultSeverity));
}
