using MtaStsTools.Aws.Route53;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Http;
using static MtaStsTools.Publishing.ProviderErrorKind;

namespace MtaStsTools.Aws;

/// <summary>
/// Reads and changes records in public hosted zones of Amazon Route 53. A change deletes the set exactly as it was read and creates the new one, both or
/// neither: the service refuses it where somebody else has changed the set.
/// </summary>
public sealed class Route53Provider : IDnsRecordProvider
{
    private const string Txt = "TXT";

    private static readonly TimeSpan SyncInterval = TimeSpan.FromSeconds(2);

    private readonly Route53Options _options;
    private readonly Route53Client _client;
    private readonly Route53Zones _zones;

    /// <summary>A provider for the zones of one account.</summary>
    /// <exception cref="ArgumentException">The endpoint or the id of the zone cannot be.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time limit or a number of repetitions cannot be.</exception>
    public Route53Provider(Route53Options options)
    {
        if (options.HostedZoneId is { } id && (id.Length is 0 or > 32 || !id.All(character => character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9'))))
            throw new ArgumentException($"'{DisplayText.Sanitize(id)}' is not the id of a hosted zone: letters and digits alone.", nameof(options));
        _options = options;
        _client = new Route53Client(options);
        _zones = new Route53Zones(_client, options.HostedZoneId);
    }

    /// <inheritdoc/>
    public string Description => _client.Description;

    /// <inheritdoc/>
    public DnsProviderCapabilities Capabilities { get; } = new() { IsGuarded = true, IsAtomic = true, ReadsAtSource = true, RequestsPerMinute = 300 };

    /// <inheritdoc/>
    public async Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken)
    {
        var zone = await _zones.FindAsync(recordName, cancellationToken).ConfigureAwait(false);

        // The zone may have given a name on the way to other servers: what is written below it is never seen.
        for (var name = recordName; name.Length > zone.Name.Length; name = name.Substring(name.IndexOf('.') + 1))
        {
            var sets = await _client.ReadNameAsync(zone.Id, name, cancellationToken).ConfigureAwait(false);
            if (sets.Any(set => set.Type == "NS"))
                throw Error(recordName, NotFound, $"has given {DisplayText.Sanitize(name)} to other name servers.", "Change the record where that zone is.");
        }

        return zone.Name;
    }

    /// <inheritdoc/>
    public async Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken) =>
        (await ReadAsync(await _zones.GetAsync(zone, cancellationToken).ConfigureAwait(false), recordName, cancellationToken).ConfigureAwait(false)).Read;

    /// <inheritdoc/>
    /// <remarks>Waits until the service says that all its name servers have the change, as long as <see cref="Route53Options.SyncTimeout"/> says.</remarks>
    public async Task ApplyAsync(RecordChange change, CancellationToken cancellationToken)
    {
        var zone = await _zones.GetAsync(change.Zone, cancellationToken).ConfigureAwait(false);
        var (stored, read) = await ReadAsync(zone, change.RecordName, cancellationToken).ConfigureAwait(false);
        ExpectedRecords.Demand(change, read, Description);

        var changed = Changed(change, stored);
        if (stored is null && changed is null)
            return;
        var id = await _client.ChangeAsync(zone.Id, change.RecordName, Route53Xml.WriteChange(stored, changed), cancellationToken).ConfigureAwait(false);
        await WaitForServersAsync(id, change.RecordName, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken)
    {
        var found = await _zones.GetAsync(zone, cancellationToken).ConfigureAwait(false);
        var full = await _client.GetZoneAsync(found.Id, zone, cancellationToken).ConfigureAwait(false);
        return [.. full.NameServers.Select(name => new ZoneNameServer { Name = name })];
    }

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;

    /// <summary>The set after the change; values that stay are written as the service itself writes them. Null where none is left.</summary>
    private static Route53RecordSet? Changed(RecordChange change, Route53RecordSet? stored)
    {
        var written = new Dictionary<TxtValue, string>();
        foreach (var text in stored?.Values ?? [])
            written[TxtPresentation.Parse(text)!] = text;
        var values = change.Result.Select(value => written.TryGetValue(value, out var text) ? text : TxtPresentation.Format(value)).ToList();
        return values.Count == 0 ? null : new Route53RecordSet { Name = change.RecordName, Type = Txt, Ttl = (int)change.Ttl.TotalSeconds, Values = values };
    }

    private async Task<(Route53RecordSet? Stored, TxtRecordSet Read)> ReadAsync(Route53Zone zone, string recordName, CancellationToken cancellationToken)
    {
        var sets = await _client.ReadNameAsync(zone.Id, recordName, cancellationToken).ConfigureAwait(false);
        var empty = new TxtRecordSet { RecordName = recordName };
        if (sets.FirstOrDefault(set => set.Type == "CNAME") is { } alias)
            return (null, empty with { Alias = alias.AliasTarget ?? (alias.Values is [var name, ..] ? name.TrimEnd('.') : "") });

        var texts = sets.Where(set => set.Type == Txt).ToList();
        if (texts.Count == 0)
            return (null, empty);
        if (texts.Count > 1 || texts[0].SetIdentifier is not null)
        {
            throw Error(recordName, InvalidRequest, "has TXT records with a routing policy at the name.",
                "Replace them by one simple record: senders everywhere must get the same.");
        }

        var stored = texts[0];
        if (stored.AliasTarget is { } target)
            return (null, empty with { Alias = target });
        var values = stored.Values.Select(text => TxtPresentation.Parse(text) ?? throw Error(recordName, MalformedAnswer, "has a TXT record that cannot be read.", "Look at the record in the console."));
        return (stored, empty with { Values = [.. values], Ttl = TimeSpan.FromSeconds(stored.Ttl ?? 0) });
    }

    private async Task WaitForServersAsync(string changeId, string recordName, CancellationToken cancellationToken)
    {
        var clock = _options.Http.TimeProvider;
        var started = clock.GetTimestamp();
        while (clock.GetElapsedTime(started) < _options.SyncTimeout)
        {
            try
            {
                if (await _client.IsInSyncAsync(changeId, recordName, cancellationToken).ConfigureAwait(false))
                    return;
            }
            catch (DnsProviderException exception) when (exception.Kind is not RateLimited)
            {
                // The change is made. Where this must not be asked, who must know asks the name servers.
                return;
            }

#if NET8_0_OR_GREATER
            await Task.Delay(SyncInterval, clock, cancellationToken).ConfigureAwait(false);
#else
            await clock.Delay(SyncInterval, cancellationToken).ConfigureAwait(false);
#endif
        }
    }

    private ProviderException Error(string subject, ProviderErrorKind kind, string sentence, string remedy) =>
        _client.Errors.Create(ApiRequest.Get(subject), kind, sentence, remedy);
}
