using System.Text.RegularExpressions;

namespace MtaStsTools.Analyzers.Tests.Rules;

/// <summary>Every page says what the catalogue and the compiler say, when to suppress and how to configure; the index lists them all.</summary>
public sealed partial class RulePageTests
{
    public static TheoryData<string> Ids => [.. RuleCatalog.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_begins_as_the_catalogue_has_it_and_says_when_to_suppress_and_how_to_configure(string id)
    {
        var rule = RuleCatalog.Get(id);
        var page = new RulePage(rule);

        Assert.StartsWith(page.ExpectedHead, page.Text, StringComparison.Ordinal);
        Assert.True(page.Section("When to suppress").Length > 20, $"Say under 'When to suppress' of {id} when the finding may be left out.");
        var configure = page.Section("How to configure");
        Assert.Equal(rule.Surfaces.HasFlag(RuleSurfaces.Code), configure.Contains($"#pragma warning disable {id}", StringComparison.Ordinal));
        Assert.True(configure.Contains(id, StringComparison.Ordinal) || configure.Contains("There is nothing to set", StringComparison.Ordinal), $"Say under 'How to configure' of {id} what can be set.");
        Assert.All(Option().Matches(configure), match => Assert.Contains(match.Value, KnownOptions));
    }

    /// <summary><c>MTASTS_WRITE_RULE_PAGES=1</c> writes the heads and the index in place of holding them against the catalogue.</summary>
    [Fact]
    public void The_index_lists_every_rule_by_what_it_is_about()
    {
        var index = Path.Combine(RulePage.Folder, "README.md");
        if (Environment.GetEnvironmentVariable("MTASTS_WRITE_RULE_PAGES") == "1")
        {
            foreach (var rule in RuleCatalog.All)
                new RulePage(rule).WriteHead();
            File.WriteAllText(index, RulePage.ExpectedIndex());
        }

        Assert.Equal(RulePage.ExpectedIndex(), File.ReadAllText(index));
    }

    /// <summary>The links lead into the repository that the packages and the module name.</summary>
    [Fact]
    public void Help_links_resolve_in_the_repository_as_it_is_published()
    {
        var root = Path.Combine(RulePage.Folder, "..", "..");
        var repository = RepositoryUrl().Match(File.ReadAllText(Path.Combine(root, "Directory.Build.props"))).Groups["url"].Value;
        Assert.All(RuleCatalog.All, rule => Assert.Equal($"{repository}/blob/main/docs/rules/{rule.Id}.md", rule.HelpUri.ToString()));
        Assert.Contains($"'{repository}'", File.ReadAllText(Path.Combine(root, "module", "MtaStsTools", "MtaStsTools.psd1")), StringComparison.Ordinal);
    }

    private static readonly string[] KnownOptions = ["mtasts.min_enforce_max_age", "mtasts.max_none_max_age", "mtasts.severity", "mtasts.suppress"];

    [GeneratedRegex("<RepositoryUrl>(?<url>[^<]+)</RepositoryUrl>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RepositoryUrl();

    [GeneratedRegex(@"mtasts\.\w+", RegexOptions.None, 1000)]
    private static partial Regex Option();
}
