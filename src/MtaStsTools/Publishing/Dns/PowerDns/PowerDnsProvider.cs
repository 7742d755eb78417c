using System.Net;
using MtaStsTools.Publishing.Dns.PowerDns;
using MtaStsTools.Publishing.Dns.Rest;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns;

/// <summary>
/// Reads and changes records at a PowerDNS Authoritative Server by its HTTP API, version 1. The API replaces a record set whatever it has become, so a
/// change is not guarded: the set is read right before and once more after it.
/// </summary>
public sealed class PowerDnsProvider : IDnsRecordProvider
{
    private readonly PowerDnsApi _api;
    private readonly ZoneSearch<PowerDnsZone> _zones;
    private readonly UnguardedWrite _write;

    /// <summary>A provider for one server.</summary>
    /// <exception cref="ArgumentException">The endpoint is not acceptable, or the key cannot be sent in a header.</exception>
    public PowerDnsProvider(PowerDnsOptions options)
    {
        _api = new PowerDnsApi(options);
        _zones = new ZoneSearch<PowerDnsZone>(_api.Client, _api.FindZoneAsync, async (zone, name, cancellationToken) =>
            (await _api.ReadNameAsync(zone, name, cancellationToken).ConfigureAwait(false)).Any(set => set.Is(name, "NS")));
        _write = new UnguardedWrite(Description, options.Api.TimeProvider, options.SettlingTime);
    }

    /// <inheritdoc/>
    public string Description => _api.Client.Description;

    /// <inheritdoc/>
    public DnsProviderCapabilities Capabilities { get; } = new() { IsAtomic = true, ReadsAtSource = true };

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
        if (zone.IsCopy)
        {
            throw _api.Client.Errors.Create(
                change.RecordName, ProviderErrorKind.InvalidRequest, $"has only a copy of the zone {zone.Name}.", "Change the record at the server that the copy comes from.");
        }

        await _write.MakeAsync(
            change,
            cancel => _api.ReadWholeAsync(zone, change.RecordName, cancel),
            sets => ToTxt(change.RecordName, sets),
            (sets, cancel) => _api.ReplaceAsync(zone, change, sets.FirstOrDefault(set => set.Is(change.RecordName, "TXT"))?.Records.Where(record => record.IsDisabled) ?? [], cancel),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken)
    {
        var found = await _zones.GetAsync(zone, cancellationToken).ConfigureAwait(false);
        var servers = new List<ZoneNameServer>();
        foreach (var host in (await _api.ReadNameAsync(found, found.Name, cancellationToken).ConfigureAwait(false)).Where(set => set.Is(found.Name, "NS")).SelectMany(set => set.Served))
            servers.Add(new ZoneNameServer { Name = host.TrimEnd('.'), Addresses = await FindAddressesAsync(found, host, cancellationToken).ConfigureAwait(false) });
        return servers;
    }

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;

    private async Task<IReadOnlyList<IPAddress>> FindAddressesAsync(PowerDnsZone zone, string host, CancellationToken cancellationToken)
    {
        if (!host.TrimEnd('.').EndsWith("." + zone.Name, StringComparison.OrdinalIgnoreCase))
            return [];
        var sets = await _api.ReadNameAsync(zone, host, cancellationToken).ConfigureAwait(false);
        return [.. sets.Where(set => set.Is(host, "A") || set.Is(host, "AAAA")).SelectMany(set => set.Served)
            .Select(text => IPAddress.TryParse(text, out var address) ? address : null).OfType<IPAddress>()];
    }

    private TxtRecordSet ToTxt(string recordName, IReadOnlyList<PowerDnsRecordSet> sets)
    {
        var texts = sets.FirstOrDefault(set => set.Is(recordName, "TXT") && set.Served.Any());
        return new TxtRecordSet
        {
            RecordName = recordName,
            Values = [.. texts?.Served.Select(text => MasterFileTxt.TryParse(text) ?? throw _api.Client.Errors.Unreadable(recordName)) ?? []],
            Ttl = texts is null ? null : TimeSpan.FromSeconds(texts.Ttl),
            Alias = sets.FirstOrDefault(set => set.Is(recordName, "CNAME"))?.Served.FirstOrDefault()?.TrimEnd('.'),
        };
    }
}
