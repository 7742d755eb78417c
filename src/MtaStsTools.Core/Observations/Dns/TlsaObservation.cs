namespace MtaStsTools;

/// <summary>The TLSA records for port 25 of a host (RFC 6698, RFC 7672).</summary>
public sealed record TlsaObservation
{
    /// <summary>The question for <c>_25._tcp.host</c> and what became of it; its <see cref="DnsLookup.Authenticated"/> is the AD bit.</summary>
    public required DnsLookup Lookup { get; init; }

    /// <summary>The records.</summary>
    public IReadOnlyList<TlsaFact> Records { get; init => field = ValueList.Copy(value); } = ValueArray<TlsaFact>.None;

    /// <summary>The records, or what became of the question; safe to display.</summary>
    public override string ToString() => Records.Count > 0 ? Records.ToString()! : Lookup.ToString();
}
