using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Sdk.Tests.Guides;

/// <summary>The provider of the guide: one zone, kept in a dictionary.</summary>
internal sealed class DictionaryProvider(string zoneName, Dictionary<string, TxtRecordSet> records) : IDnsRecordProvider
{
    public string Description => "a dictionary";

    public DnsProviderCapabilities Capabilities { get; } = new() { IsGuarded = true, IsAtomic = true, ReadsAtSource = true };

    public Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken) =>
        recordName.EndsWith("." + zoneName, StringComparison.OrdinalIgnoreCase)
            ? Task.FromResult(zoneName)
            : throw new DnsProviderException(ProviderErrorKind.NotFound, $"{recordName}: no zone of the dictionary holds the name.", "Check the domain.");

    public Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken) =>
        Task.FromResult(records.GetValueOrDefault(recordName) ?? new TxtRecordSet { RecordName = recordName });

    public async Task ApplyAsync(RecordChange change, CancellationToken cancellationToken)
    {
        var current = await ReadTxtAsync(change.Zone, change.RecordName, cancellationToken);
        if (!current.Values.ToHashSet().SetEquals(change.Expected))
            throw new DnsProviderException(ProviderErrorKind.Conflict, $"{change.RecordName}: somebody else has changed the record.", "Make a new plan.");
        records[change.RecordName] = current with { Values = change.Result, Ttl = change.Ttl };
    }

    public Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ZoneNameServer>>([]);
}
