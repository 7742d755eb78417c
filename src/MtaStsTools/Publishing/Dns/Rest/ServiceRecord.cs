namespace MtaStsTools.Publishing.Dns.Rest;

/// <summary>A TXT record at a service that keeps each record as a thing of its own.</summary>
/// <param name="Id">What the service calls it.</param>
/// <param name="Value">Its data.</param>
/// <param name="Ttl">Its time to live; null where it has that of its zone.</param>
internal sealed record ServiceRecord(string Id, TxtValue Value, TimeSpan? Ttl);
