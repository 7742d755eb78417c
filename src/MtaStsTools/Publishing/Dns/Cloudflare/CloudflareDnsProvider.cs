using MtaStsTools.Publishing.Dns.Cloudflare;
using MtaStsTools.Publishing.Dns.Rest;

namespace MtaStsTools.Publishing.Dns;

/// <summary>
/// Reads and changes records at Cloudflare by its API, version 4. Removing and adding is one transaction; a record that is gone makes it fail, one that somebody
/// added does not, so that a change is not guarded: the records are read right before and once more after it.
/// </summary>
public sealed class CloudflareDnsProvider : IDnsRecordProvider
{
    private readonly CloudflareApi _api;
    private readonly ZoneSearch<CloudflareDnsZone> _zones;
    private readonly AdditiveWrite _write;

    /// <summary>A provider for one account.</summary>
    /// <exception cref="ArgumentException">The endpoint is not acceptable, or the token cannot be one.</exception>
    public CloudflareDnsProvider(CloudflareDnsOptions options)
    {
        _api = new CloudflareApi(options);
        _zones = new ZoneSearch<CloudflareDnsZone>(_api.Client, _api.FindZoneAsync, async (zone, name, cancellationToken) =>
            (await _api.ReadNameAsync(zone, name, cancellationToken).ConfigureAwait(false)).Any(record => record.Type == "NS"));
        _write = new AdditiveWrite(Description, options.Api.TimeProvider, options.SettlingTime);
    }

    /// <inheritdoc/>
    public string Description => _api.Client.Description;

    /// <inheritdoc/>
    public DnsProviderCapabilities Capabilities { get; } = new() { IsAtomic = true, ReadsAtSource = true, LeastTtl = TimeSpan.FromMinutes(1), RequestsPerMinute = 240 };

    /// <inheritdoc/>
    public async Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken) =>
        (await _zones.OfNameAsync(recordName, cancellationToken).ConfigureAwait(false)).Name;

    /// <inheritdoc/>
    public async Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken)
    {
        var found = await _zones.GetAsync(zone, cancellationToken).ConfigureAwait(false);
        return ToRecords(recordName, await _api.ReadNameAsync(found, recordName, cancellationToken).ConfigureAwait(false)).ToSet();
    }

    /// <inheritdoc/>
    public async Task ApplyAsync(RecordChange change, CancellationToken cancellationToken)
    {
        var zone = await _zones.GetAsync(change.Zone, cancellationToken).ConfigureAwait(false);
        string? comment = null;
        await _write.MakeAsync(
            change,
            async cancel =>
            {
                var records = await _api.ReadNameAsync(zone, change.RecordName, cancel).ConfigureAwait(false);

                // The note of what is replaced goes on to what replaces it.
                comment ??= records.FirstOrDefault(record => record.Type == "TXT" && record.ToTxt() is { } value && change.Remove.Contains(value))?.Comment;
                return ToRecords(change.RecordName, records);
            },
            (before, cancel) => _api.ChangeAsync(
                zone, change.RecordName, [.. before.Texts.Where(record => change.Remove.Contains(record.Value)).Select(record => record.Id)], change.Add, change.Ttl, comment, cancel),
            (ids, cancel) => _api.ChangeAsync(zone, change.RecordName, ids, [], change.Ttl, null, cancel),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken) =>
        [.. (await _zones.GetAsync(zone, cancellationToken).ConfigureAwait(false)).NameServers.Select(server => new ZoneNameServer { Name = server })];

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;

    private ServiceRecords ToRecords(string name, IReadOnlyList<CloudflareRecord> records) => new(
        name,
        [.. records.Where(record => record.Type == "TXT").Select(record => new ServiceRecord(record.Id, record.ToTxt() ?? throw _api.Client.Errors.Unreadable(name), record.TimeToLive))],
        records.FirstOrDefault(record => record.Type == "CNAME")?.Content.TrimEnd('.'));
}
