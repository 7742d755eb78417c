using MtaStsTools.Publishing.Dns.Google;
using MtaStsTools.Publishing.Dns.Rest;

namespace MtaStsTools.Publishing.Dns;

/// <summary>
/// Reads and changes records at Google Cloud DNS by its API, version 1. A change names the whole set that it takes away, and is refused where the service
/// has another one.
/// </summary>
public sealed class GoogleCloudDnsProvider : IDnsRecordProvider
{
    private readonly GoogleCloudDnsApi _api;
    private readonly ZoneSearch<GoogleZone> _zones;

    /// <summary>A provider for one project.</summary>
    /// <exception cref="ArgumentException">The options do not say who asks or for which project, the key is none, or the endpoint is not acceptable.</exception>
    public GoogleCloudDnsProvider(GoogleCloudDnsOptions options)
    {
        _api = new GoogleCloudDnsApi(options);
        _zones = new ZoneSearch<GoogleZone>(_api.Client, _api.FindZoneAsync, async (zone, name, cancellationToken) =>
            (await _api.ReadNameAsync(zone, name, cancellationToken).ConfigureAwait(false)).Any(set => set.Type == "NS"));
    }

    /// <inheritdoc/>
    public string Description => _api.Client.Description;

    /// <inheritdoc/>
    public DnsProviderCapabilities Capabilities { get; } = new() { IsGuarded = true, IsAtomic = true, ReadsAtSource = true };

    /// <inheritdoc/>
    public async Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken) =>
        (await _zones.OfNameAsync(recordName, cancellationToken).ConfigureAwait(false)).Name;

    /// <inheritdoc/>
    public async Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken)
    {
        var found = await _zones.GetAsync(zone, cancellationToken).ConfigureAwait(false);
        return ToTxt(recordName, await _api.ReadNameAsync(found, recordName, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async Task ApplyAsync(RecordChange change, CancellationToken cancellationToken)
    {
        var zone = await _zones.GetAsync(change.Zone, cancellationToken).ConfigureAwait(false);

        // What is taken away must be named as the service writes it, order and time to live included; that it still is what was expected is checked here.
        var sets = await _api.ReadNameAsync(zone, change.RecordName, cancellationToken).ConfigureAwait(false);
        ExpectedRecords.Demand(change, ToTxt(change.RecordName, sets), Description);
        var before = sets.FirstOrDefault(set => set.Type == "TXT");
        var after = change.Result.Count == 0
            ? null
            : new GoogleRecordSet(
                before?.Name ?? GoogleCloudDnsApi.GoogleName(change.RecordName), "TXT", checked((int)change.Ttl.TotalSeconds), [.. Data(change, before)]);
        await _api.ChangeAsync(zone, change.RecordName, before, after, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken) =>
        [.. (await _zones.GetAsync(zone, cancellationToken).ConfigureAwait(false)).NameServers.Select(server => new ZoneNameServer { Name = server })];

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;

    /// <summary>The data after the change; what stays is written as it was.</summary>
    private static IEnumerable<string> Data(RecordChange change, GoogleRecordSet? before) =>
    [
        .. before?.Data.Where(data => MasterFileTxt.TryParse(data) is { } value && !change.Remove.Contains(value)) ?? [],
        .. change.Add.Select(MasterFileTxt.Format),
    ];

    private TxtRecordSet ToTxt(string recordName, IReadOnlyList<GoogleRecordSet> sets)
    {
        var texts = sets.FirstOrDefault(set => set.Type == "TXT");
        return new TxtRecordSet
        {
            RecordName = recordName,
            Values = [.. texts?.Data.Select(data => MasterFileTxt.TryParse(data) ?? throw _api.Client.Errors.Unreadable(recordName)) ?? []],
            Ttl = texts is null ? null : TimeSpan.FromSeconds(texts.Ttl),
            Alias = sets.FirstOrDefault(set => set.Type == "CNAME") is { Data: [var target, ..] } ? target.TrimEnd('.') : null,
        };
    }
}
