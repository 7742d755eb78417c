namespace MtaStsTools.Publishing.Dns.Rest;

/// <summary>What a service that keeps each record as a thing of its own has at one name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Texts">Its TXT records.</param>
/// <param name="Alias">The target, where it is an alias.</param>
internal sealed record ServiceRecords(string Name, IReadOnlyList<ServiceRecord> Texts, string? Alias)
{
    public TxtRecordSet ToSet() => new()
    {
        RecordName = Name,
        Values = [.. Texts.Select(record => record.Value)],
        Ttl = Texts.Min(record => record.Ttl),
        Alias = Alias,
    };
}
