using MtaStsTools.Azure.ResourceManager;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Http;
using static MtaStsTools.Publishing.ProviderErrorKind;

namespace MtaStsTools.Azure;

/// <summary>
/// Reads and changes records in public zones of Azure DNS through Azure Resource Manager. The service refuses a change where the set is no longer the version
/// that was read (its ETag). Records of others and the labels of the set stay as they are.
/// </summary>
public sealed class AzureDnsProvider : IDnsRecordProvider
{
    private readonly DnsZoneClient _client;
    private readonly DnsZones _zones;

    /// <summary>A provider for the zones that who asks may change.</summary>
    /// <exception cref="ArgumentException">The endpoint cannot be, or a resource group is given without its subscription.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time limit or a number of repetitions cannot be.</exception>
    public AzureDnsProvider(AzureDnsOptions options)
    {
        if (options.ResourceGroup is not null && options.SubscriptionId is null)
            throw new ArgumentException("A resource group is one of a subscription; give its id too.", nameof(options));
        _client = new DnsZoneClient(options);
        _zones = new DnsZones(_client, options.SubscriptionId, options.ResourceGroup);
    }

    /// <inheritdoc/>
    public string Description => _client.Description;

    /// <inheritdoc/>
    public DnsProviderCapabilities Capabilities { get; } = new() { IsGuarded = true, IsAtomic = true, ReadsAtSource = true, LeastTtl = TimeSpan.FromSeconds(1) };

    /// <inheritdoc/>
    public async Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken)
    {
        var zone = await _zones.FindAsync(recordName, cancellationToken).ConfigureAwait(false);

        // The zone may have given a name on the way to other servers: what is written below it is never seen.
        for (var name = recordName; name.Length > zone.Name.Length; name = name.Substring(name.IndexOf('.') + 1))
        {
            if (await _client.IsDelegatedAsync(zone, name, cancellationToken).ConfigureAwait(false))
                throw Error(recordName, NotFound, $"has given {DisplayText.Sanitize(name)} to other name servers.", "Change the record where that zone is.");
        }

        return zone.Name;
    }

    /// <inheritdoc/>
    public async Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken)
    {
        var found = await _zones.GetAsync(zone, cancellationToken).ConfigureAwait(false);
        var empty = new TxtRecordSet { RecordName = recordName };
        if (await _client.ReadTxtAsync(found, recordName, cancellationToken).ConfigureAwait(false) is { Records.Count: > 0 } set)
            return empty with { Values = Values(set, recordName), Ttl = TimeSpan.FromSeconds(set.Ttl) };
        return empty with { Alias = await _client.ReadAliasAsync(found, recordName, cancellationToken).ConfigureAwait(false) };
    }

    /// <inheritdoc/>
    public async Task ApplyAsync(RecordChange change, CancellationToken cancellationToken)
    {
        var zone = await _zones.GetAsync(change.Zone, cancellationToken).ConfigureAwait(false);
        var stored = await _client.ReadTxtAsync(zone, change.RecordName, cancellationToken).ConfigureAwait(false);
        var values = stored is null ? [] : Values(stored, change.RecordName);
        ExpectedRecords.Demand(change, new TxtRecordSet { RecordName = change.RecordName, Values = values }, Description);

        // What stays is sent as the service wrote it.
        var written = new Dictionary<TxtValue, string[]>();
        foreach (var record in stored?.Records ?? [])
            written[TxtSet.ToValue(record)!] = record;
        List<string[]> records = [.. change.Result.Select(value => written.TryGetValue(value, out var record) ? record : TxtSet.ToRecord(value))];
        if (records.Count > 0)
        {
            var set = new TxtSet { Ttl = (int)change.Ttl.TotalSeconds, Records = records, ETag = stored?.ETag, Metadata = stored?.Metadata };
            await _client.WriteTxtAsync(zone, change.RecordName, set, cancellationToken).ConfigureAwait(false);
        }
        else if (stored?.ETag is { } etag)
        {
            await _client.DeleteTxtAsync(zone, change.RecordName, etag, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken) =>
        [.. (await _zones.GetAsync(zone, cancellationToken).ConfigureAwait(false)).NameServers.Select(name => new ZoneNameServer { Name = name })];

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;

    private IReadOnlyList<TxtValue> Values(TxtSet set, string recordName) =>
        [.. set.Records.Select(record => TxtSet.ToValue(record) ?? throw Error(recordName, MalformedAnswer, "has a TXT record that cannot be read.", "Look at the record in the portal."))];

    private ProviderException Error(string subject, ProviderErrorKind kind, string sentence, string remedy) =>
        _client.Errors.Create(ApiRequest.Get(subject), kind, sentence, remedy);
}
