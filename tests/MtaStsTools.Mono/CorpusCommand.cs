using System.Globalization;
using MtaStsTools.Corpus;

namespace MtaStsTools.Mono;

/// <summary>The shared corpus through the libraries of the desktop build: they must say what those of PowerShell 7 say.</summary>
internal static class CorpusCommand
{
    public static int Run(string folder)
    {
        // A culture that upper-cases, lower-cases and writes numbers in its own way.
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        var problems = new List<string>();
        var policies = CorpusReader.Policies(folder);
        foreach (var policy in policies)
        {
            MtaStsPolicy.TryParse(policy.Text, out var read, out var findings);
            Compare(policy, findings, policy.Says is null || read is null ? policy.Says : Say(read), problems);
        }

        var records = CorpusReader.Records(folder);
        foreach (var set in records)
        {
            var record = MtaStsRecord.Select(set.Texts, out var findings);
            Compare(set, findings, record is null ? "none" : Words([record.Id], record.Extensions), problems);
        }

        var reporting = CorpusReader.TlsRpt(folder);
        foreach (var set in reporting)
        {
            var record = TlsRptRecord.Select(set.Texts, out var findings);
            Compare(set, findings, record is null ? "none" : Words(record.Rua, record.Extensions), problems);
        }

        var matches = CorpusReader.Matches(folder);
        problems.AddRange(matches
            .Where(match => MxPattern.Parse(match.Pattern).Matches(match.Host) != match.Matches)
            .Select(match => $"{match.Pattern} and {match.Host}"));

        problems.ForEach(Console.Error.WriteLine);
        Console.WriteLine(
            $"{policies.Count} policies, {records.Count} record sets, {reporting.Count} TLSRPT record sets, {matches.Count} matches, {problems.Count} problems");
        return problems.Count == 0 ? 0 : 1;
    }

    private static void Compare(CorpusCase expected, IReadOnlyList<Finding> findings, string? says, List<string> problems)
    {
        var actual = findings
            .Select(finding => new Expected(finding.Id, finding.Offset, finding.Length))
            .OrderBy(finding => finding.ToString(), StringComparer.Ordinal);
        if (!actual.SequenceEqual(expected.Findings))
            problems.Add($"{expected.Name}: {string.Join(" ", actual)} instead of {string.Join(" ", expected.Findings)}");
        if (says != expected.Says)
            problems.Add($"{expected.Name}: says '{says}' instead of '{expected.Says}'");
    }

    private static string Say(MtaStsPolicy policy) => Words(
        [policy.Mode.ToString().ToLowerInvariant(), ((long)policy.MaxAge.TotalSeconds).ToString(CultureInfo.InvariantCulture), .. policy.Mx.Select(mx => mx.ToString())],
        policy.Extensions);

    private static string Words(IEnumerable<string> values, IEnumerable<Extension> extensions) =>
        string.Join(" ", values.Concat(extensions.Select(extension => $"{extension.Name}={extension.Value.Replace(' ', '_')}")));
}
