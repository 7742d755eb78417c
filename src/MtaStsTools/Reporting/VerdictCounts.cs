using System.Globalization;

namespace MtaStsTools.Reporting;

/// <summary>How many domains have which verdict. Domains are added one by one, from one thread at a time.</summary>
public sealed class VerdictCounts
{
    // From what asks for action to what does not.
    private static readonly Verdict[] Order = [Verdict.Pass, Verdict.Warning, Verdict.Fail, Verdict.NotConfigured, Verdict.Indeterminate];

    private readonly int[] _counts = new int[Order.Length];

    /// <summary>The number of domains.</summary>
    public int Total => _counts.Sum();

    /// <summary>The number of domains with <paramref name="verdict"/>.</summary>
    public int this[Verdict verdict] => _counts[Array.IndexOf(Order, verdict)];

    /// <summary>The verdicts in the order in which they are shown.</summary>
    public static IReadOnlyList<Verdict> Verdicts => Order;

    /// <summary>Counts a domain.</summary>
    public void Add(Verdict verdict) => _counts[Array.IndexOf(Order, verdict)]++;

    /// <summary>The counts of <paramref name="reports"/>.</summary>
    public static VerdictCounts Of(IEnumerable<DomainReport> reports)
    {
        var counts = new VerdictCounts();
        foreach (var report in reports)
            counts.Add(report.Verdict);
        return counts;
    }

    /// <summary>The words of a verdict: <c>Not configured</c>.</summary>
    internal static string Words(Verdict verdict) => verdict == Verdict.NotConfigured ? "Not configured" : verdict.ToString();

    /// <summary>The counts on one line, without verdicts that no domain has: <c>Pass 812, Warning 20, Fail 3</c>.</summary>
    public override string ToString() => Total == 0
        ? "no domains"
        : string.Join(", ", Order.Where(verdict => this[verdict] > 0).Select(verdict => string.Format(CultureInfo.InvariantCulture, "{0} {1:N0}", Words(verdict), this[verdict])));
}
