namespace MtaStsTools.Core.Tests;

public class RulePageTests
{
    private static readonly string Pages = Path.Combine(Corpus.CorpusReader.Find(), "..", "..", "docs", "rules");

    public static TheoryData<string> Ids => [.. RuleCatalog.All.Select(rule => rule.Id)];

    [Fact]
    public void A_rule_is_found_in_a_set_whatever_was_read_of_it_since()
    {
        var rules = RuleCatalog.All.ToHashSet();

        Assert.All(RuleCatalog.All, rule => Assert.NotNull(rule.HelpUri));
        Assert.All(RuleCatalog.All, rule => Assert.Contains(rule, rules));
        Assert.Equal(RuleCatalog.All.Count, rules.Count);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_page_that_says_the_same(string id)
    {
        var rule = RuleCatalog.Get(id);
        var path = Path.Combine(Pages, id + ".md");
        Assert.True(File.Exists(path), $"Write docs/rules/{id}.md for the rule '{rule.Title}'.");

        var page = File.ReadAllText(path);
        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| Severity | {rule.Severity} |", page, StringComparison.Ordinal);
        Assert.Contains($"| Message | {rule.MessageFormat} |", page, StringComparison.Ordinal);
        Assert.Equal(rule.Remedy, Section(page, "How to fix"));
        Assert.StartsWith($"[{rule.Reference}](https://www.rfc-editor.org/rfc/rfc", Section(page, "Reference"), StringComparison.Ordinal);
        Assert.True(Section(page, "Cause").Length > 30, "The page does not say what causes the finding.");
        Assert.NotEmpty(Section(page, "Example"));
        Assert.EndsWith(id + ".md", rule.HelpUri.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_that_is_defined_is_in_the_catalogue()
    {
        var defined = typeof(Rule).Assembly.GetTypes().SelectMany(type => type.GetFields()).Where(field => field.FieldType == typeof(Rule)).Select(field => ((Rule)field.GetValue(null)!).Id);
        Assert.Equal(defined.Order(StringComparer.Ordinal), RuleCatalog.All.Select(rule => rule.Id));
    }

    [Fact]
    public void No_page_is_left_of_a_rule_that_is_gone() =>
        Assert.All(Directory.GetFiles(Pages, "MTASTS*.md"), page => Assert.True(RuleCatalog.TryGet(Path.GetFileNameWithoutExtension(page), out _), page));

    [Fact]
    public void Ids_titles_and_messages_are_fit_to_be_shown()
    {
        Assert.Equal(RuleCatalog.All.Count, RuleCatalog.All.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(RuleCatalog.All, rule =>
        {
            Assert.Matches("^MTASTS[1-8][0-9]{3}$", rule.Id);
            Assert.False(rule.Title.EndsWith('.'), rule.Id);
            Assert.EndsWith(".", rule.Remedy, StringComparison.Ordinal);
            Assert.DoesNotContain('!', rule.MessageFormat + rule.Title);
            Assert.DoesNotMatch("(^|[ (])-[A-Z]|(Get|Test|New|Publish|Import|Export)-[A-Z]", rule.MessageFormat + " " + rule.Remedy);
            Assert.Matches("^RFC [0-9]{4} §[0-9.]+$", rule.Reference);
        });
    }

    [Fact]
    public void Every_category_has_rules_and_every_rule_shows_somewhere()
    {
        Assert.Equal(Enum.GetValues<RuleCategory>(), RuleCatalog.All.Select(rule => rule.Category).Distinct().Order());
        Assert.All(RuleCatalog.All, rule => Assert.True(rule.Surfaces != RuleSurfaces.None, rule.Id));
    }

    [Fact]
    public void A_finding_knows_its_rule_and_what_it_is_about()
    {
        var finding = RecordRules.IdMissing.On(subject: null);

        Assert.True(finding.IsOf(RecordRules.IdMissing));
        Assert.False(finding.IsOf(RecordRules.IdInvalid));
        Assert.True(finding.IsAbout(RuleCategory.RecordText));
        Assert.False(finding.IsAbout(RuleCategory.TlsRptText));
        Assert.False((finding with { Id = "MTASTS0000" }).IsAbout(RuleCategory.PolicyText));
    }

    [Fact]
    public void Where_text_and_typed_values_have_rules_of_their_own_each_page_names_the_other() =>
        Assert.All(RuleCatalog.All.Where(rule => rule.TypedForm is not null), rule =>
        {
            Assert.Contains($"[{rule.TypedForm!.Id}]({rule.TypedForm.Id}.md)", File.ReadAllText(Path.Combine(Pages, rule.Id + ".md")), StringComparison.Ordinal);
            Assert.Contains($"[{rule.Id}]({rule.Id}.md)", File.ReadAllText(Path.Combine(Pages, rule.TypedForm.Id + ".md")), StringComparison.Ordinal);
        });

    [Fact]
    public void An_unknown_id_is_refused() => Assert.Throws<KeyNotFoundException>(() => RuleCatalog.Get("MTASTS0000"));

    private static string Section(string page, string heading)
    {
        var start = page.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"The page has no section '{heading}'.");
        start += heading.Length + 5;
        var end = page.IndexOf("\n## ", start, StringComparison.Ordinal);
        return (end < 0 ? page[start..] : page[start..end]).Trim();
    }
}
