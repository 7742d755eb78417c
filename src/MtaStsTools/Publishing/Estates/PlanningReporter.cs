namespace MtaStsTools.Publishing.Estates;

/// <summary>
/// One look at each domain for one plan of it. Most domains of an estate are in order, and nobody's MX hosts are spoken to for a plan that writes nothing: what
/// they would say is asked for only where <paramref name="mayAskExchangers"/>.
/// </summary>
internal sealed class PlanningReporter(IDomainReporter reporter, bool mayAskExchangers) : IDomainReporter
{
    private readonly Dictionary<(string, bool), DomainReport> _seen = [];

    /// <summary>Whether a report was wanted with MX hosts and given without.</summary>
    public bool HasSpared { get; private set; }

    public async Task<DomainReport> ReportAsync(string domain, bool withMailExchangers, CancellationToken cancellationToken)
    {
        HasSpared |= withMailExchangers && !mayAskExchangers;
        var key = (domain, withMailExchangers && mayAskExchangers);
        return _seen.TryGetValue(key, out var report)
            ? report
            : _seen[key] = await reporter.ReportAsync(domain, key.Item2, cancellationToken).ConfigureAwait(false);
    }
}
