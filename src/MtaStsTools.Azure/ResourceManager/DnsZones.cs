using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Azure.ResourceManager;

/// <summary>Finds the deepest zone that holds a name, in the subscription and group that were given or in all. What was found is kept.</summary>
internal sealed class DnsZones(DnsZoneClient client, string? subscription, string? group)
{
    private readonly Dictionary<string, DnsZone> _found = new(StringComparer.OrdinalIgnoreCase);
    private readonly object _lock = new();

    /// <summary>The zone that holds <paramref name="recordName"/>.</summary>
    /// <exception cref="ProviderException">There is none, or more than one of the same name.</exception>
    public async Task<DnsZone> FindAsync(string recordName, CancellationToken cancellationToken)
    {
        var holding = new List<DnsZone>();
        foreach (var id in subscription is null ? await client.ListSubscriptionsAsync(recordName, cancellationToken).ConfigureAwait(false) : [subscription])
            holding.AddRange((await client.ListZonesAsync(id, group, recordName, cancellationToken).ConfigureAwait(false)).Where(candidate => candidate.Holds(recordName)));

        var zone = Deepest(holding, recordName);
        lock (_lock)
            _found[zone.Name] = zone;
        return zone;
    }

    /// <summary>The zone <paramref name="name"/>, without asking again where it was found before.</summary>
    /// <exception cref="ProviderException">There is none, or more than one of the same name.</exception>
    public Task<DnsZone> GetAsync(string name, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_found.TryGetValue(name, out var zone))
                return Task.FromResult(zone);
        }

        return FindAsync(name, cancellationToken);
    }

    private DnsZone Deepest(List<DnsZone> holding, string recordName)
    {
        if (holding.Count == 0)
            throw Error(recordName, ProviderErrorKind.NotFound, "has no zone that holds the name.", "Name the subscription that has the zone, and give who asks the role Reader there.");
        var deepest = holding.GroupBy(zone => zone.Name, StringComparer.Ordinal).OrderByDescending(zones => zones.Key.Length).First().ToList();
        return deepest.Count == 1 ? deepest[0] : throw Error(recordName, ProviderErrorKind.InvalidRequest,
            $"has several zones {DisplayText.Sanitize(deepest[0].Name)}, in the resource groups {DisplayText.Sanitize(string.Join(", ", deepest.Select(zone => zone.ResourceGroup)))}.",
            "Name the subscription and the resource group of the one to which the domain is delegated.");
    }

    private ProviderException Error(string subject, ProviderErrorKind kind, string sentence, string remedy) =>
        client.Errors.Create(ApiRequest.Get(subject), kind, sentence, remedy);
}
