using System.Globalization;
using MtaStsTools.Corpus;

namespace MtaStsTools.Core.Tests;

public class CorpusTests
{
    private static readonly string Directory = CorpusReader.Find();

    public static TheoryData<CorpusCase> Policies => [.. CorpusReader.Policies(Directory)];

    public static TheoryData<CorpusCase> Records => [.. CorpusReader.Records(Directory)];

    public static TheoryData<CorpusCase> TlsRpt => [.. CorpusReader.TlsRpt(Directory)];

    public static TheoryData<MatchCase> Matches => [.. CorpusReader.Matches(Directory)];

    [Theory]
    [MemberData(nameof(Policies), DisableDiscoveryEnumeration = true)]
    public void Policy_has_exactly_the_findings_of_the_corpus(CorpusCase policy)
    {
        var valid = MtaStsPolicy.TryParse(policy.Text, out var read, out var findings);

        Assert.Equal(policy.Findings, Order(findings));
        Assert.Equal(findings, MtaStsPolicy.Validate(policy.Text));
        Assert.Equal(valid, findings.All(finding => finding.Severity != Severity.Error));
        if (policy.Says is not null)
            Assert.Equal(policy.Says, Say(read!));
        if (valid)
            Assert.Equal(read, MtaStsPolicy.Parse(read!.ToString()));
    }

    [Theory]
    [MemberData(nameof(Policies), DisableDiscoveryEnumeration = true)]
    public void Body_of_octets_has_the_findings_of_its_text(CorpusCase policy)
    {
        // A lone surrogate has no octets.
        if (policy.Text.Contains("\uD83Dx", StringComparison.Ordinal))
            return;

        MtaStsPolicy.TryParse(System.Text.Encoding.UTF8.GetBytes(policy.Text), out var fromOctets, out var findings);
        MtaStsPolicy.TryParse(policy.Text, out var fromText, out _);

        Assert.Equal(policy.Findings, Order(findings));
        Assert.Equal(fromText, fromOctets);
    }

    [Theory]
    [MemberData(nameof(Records), DisableDiscoveryEnumeration = true)]
    public void Record_set_has_exactly_the_findings_of_the_corpus(CorpusCase set)
    {
        var record = MtaStsRecord.Select(set.Texts, out var findings);

        Assert.Equal(set.Findings, Order(findings));
        Assert.Equal(set.Says, record is null ? "none" : string.Join(' ', [record.Id, .. record.Extensions.Select(Say)]));
        if (record is not null)
            Assert.Equal(record, MtaStsRecord.Parse(record.ToString()));
    }

    [Theory]
    [MemberData(nameof(TlsRpt), DisableDiscoveryEnumeration = true)]
    public void TlsRpt_set_has_exactly_the_findings_of_the_corpus(CorpusCase set)
    {
        var record = TlsRptRecord.Select(set.Texts, out var findings);

        Assert.Equal(set.Findings, Order(findings));
        Assert.Equal(set.Says, record is null ? "none" : string.Join(' ', [.. record.Rua, .. record.Extensions.Select(Say)]));
        if (record is not null)
            Assert.Equal(record, TlsRptRecord.Parse(record.ToString()));
    }

    [Theory]
    [MemberData(nameof(Matches), DisableDiscoveryEnumeration = true)]
    public void Pattern_covers_exactly_its_hosts(MatchCase match)
    {
        Assert.Equal(match.Matches, MxPattern.Parse(match.Pattern).Matches(match.Host));
        Assert.Equal(match.Matches, new MtaStsPolicy { Mx = [match.Pattern] }.Covers(match.Host));
    }

    [Theory]
    [MemberData(nameof(Policies), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Records), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(TlsRpt), DisableDiscoveryEnumeration = true)]
    public void A_fix_takes_its_finding_away(CorpusCase corpusCase)
    {
        foreach (var text in corpusCase.Texts.Count > 0 && corpusCase.Texts[0].EndsWith('\n') ? [corpusCase.Text] : corpusCase.Texts)
        {
            FixAssert.HoldsFor(text, MtaStsPolicy.Validate);
            FixAssert.HoldsFor(text, MtaStsRecord.Validate);
            FixAssert.HoldsFor(text, TlsRptRecord.Validate);
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Findings_do_not_depend_on_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var policy in CorpusReader.Policies(Directory))
            {
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                MtaStsPolicy.TryParse(policy.Text, out var expectedPolicy, out var expected);
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                MtaStsPolicy.TryParse(policy.Text, out var actualPolicy, out var actual);

                Assert.Equal(expected, actual);
                Assert.Equal(expectedPolicy?.ToString(), actualPolicy?.ToString());
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_corpus_is_as_large_as_promised_and_reaches_every_rule_of_a_text()
    {
        var all = CorpusReader.Policies(Directory).Concat(CorpusReader.Records(Directory)).Concat(CorpusReader.TlsRpt(Directory)).ToList();
        Assert.True(CorpusReader.Policies(Directory).Count >= 150);
        Assert.True(CorpusReader.Records(Directory).Count >= 80);
        Assert.True(CorpusReader.TlsRpt(Directory).Count >= 40);
        Assert.True(CorpusReader.Matches(Directory).Count >= 60);
        Assert.Equal(all.Count, all.Select(corpusCase => corpusCase.Name + corpusCase.Text + string.Concat(corpusCase.Findings)).Distinct(StringComparer.Ordinal).Count());

        var reached = all.SelectMany(corpusCase => corpusCase.Findings).Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        // Octets that are no UTF-8 have no place in a file of text, nor has a hundred findings: ModelTests and FaultBufferTests have them.
        reached.UnionWith([PolicyRules.InvalidUtf8.Id, PolicyRules.MoreProblems.Id]);
        Assert.Empty(RuleCatalog.All.Where(rule => string.CompareOrdinal(rule.Id, "MTASTS2200") < 0 && !reached.Contains(rule.Id)).Select(rule => rule.Id));
    }

    private static List<Expected> Order(IEnumerable<Finding> findings) =>
        [.. findings.Select(finding => new Expected(finding.Id, finding.Offset, finding.Length)).OrderBy(finding => finding.ToString(), StringComparer.Ordinal)];

    private static string Say(MtaStsPolicy policy) => string.Join(
        ' ', [policy.Mode.ToString().ToLowerInvariant(), ((long)policy.MaxAge.TotalSeconds).ToString(CultureInfo.InvariantCulture), .. policy.Mx.Select(mx => mx.ToString()), .. policy.Extensions.Select(Say)]);

    private static string Say(Extension extension) => extension.Name + "=" + extension.Value.Replace(' ', '_');
}
