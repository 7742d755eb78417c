namespace MtaStsTools.Publishing;

/// <summary>Looks at a domain as senders do: how a publisher sees whether what it has changed has come out.</summary>
public interface IDomainReporter
{
    /// <summary>Observes and assesses a domain, every address of its policy host among it.</summary>
    /// <param name="domain">The policy domain in A-label form.</param>
    /// <param name="withMailExchangers">Whether MX hosts are spoken to.</param>
    /// <param name="cancellationToken">Ends the observation.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<DomainReport> ReportAsync(string domain, bool withMailExchangers, CancellationToken cancellationToken);
}
