namespace MtaStsTools.Dns;

/// <summary>Asks the DNS. Failures are values: only cancellation is thrown.</summary>
public interface IDnsResolver
{
    /// <summary>Asks one question, following CNAME records.</summary>
    /// <param name="name">The name in A-label form, with or without the root dot.</param>
    /// <param name="type">The type of record: one that <see cref="DnsAnswer"/> has a place for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="type"/> is an alias's, a signature's or none of records.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<DnsAnswer> QueryAsync(string name, DnsRecordType type, CancellationToken cancellationToken = default);
}
