namespace MtaStsTools.Dns;

/// <summary>Asks the DNS. Failures are values: only cancellation is thrown.</summary>
public interface IDnsResolver
{
    /// <summary>Asks one question, following CNAME records.</summary>
    /// <param name="name">The name in A-label form, with or without the root dot.</param>
    /// <param name="type">The type of record.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<DnsAnswer> QueryAsync(string name, DnsRecordType type, CancellationToken cancellationToken = default);
}
