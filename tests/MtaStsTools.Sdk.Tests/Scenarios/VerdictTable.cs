using System.Reflection;

namespace MtaStsTools.Sdk.Tests.Scenarios;

/// <summary>
/// <c>verdicts.txt</c>: scenario, verdict, what senders do with each MX and the rules that have something to say; a severity that differs from the
/// rule's own stands behind it.
/// </summary>
internal static class VerdictTable
{
    /// <summary>The expected row of each scenario.</summary>
    public static IReadOnlyDictionary<string, string> Rows { get; } = Read();

    /// <summary>The row of a report.</summary>
    public static string Row(DomainReport report)
    {
        var hosts = string.Join(", ", report.MailExchangers.Select(Host));
        var findings = string.Join(" ", report.Findings.Select(Short).Distinct(StringComparer.Ordinal));
        return $"{report.Verdict} | {(hosts.Length == 0 ? "-" : hosts)} | {(findings.Length == 0 ? "-" : findings)}";
    }

    private static string Host(MxReport host) => host.ResultType is null ? host.Outcome.ToString() : $"{host.Outcome} {host.ResultType}";

    private static string Short(Finding finding)
    {
        var number = finding.Id.Replace("MTASTS", "", StringComparison.Ordinal);
        return RuleCatalog.Get(finding.Id).Severity == finding.Severity ? number : $"{number}={finding.Severity}";
    }

    private static Dictionary<string, string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("verdicts.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(" | ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
    }
}
