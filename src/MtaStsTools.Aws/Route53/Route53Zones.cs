using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Aws.Route53;

/// <summary>Finds the zone that is meant: the deepest public one of the account, or the one whose id was given. What was found is kept.</summary>
internal sealed class Route53Zones(Route53Client client, string? givenId)
{
    private readonly Dictionary<string, Route53Zone> _found = new(StringComparer.OrdinalIgnoreCase);
    private readonly object _lock = new();

    /// <summary>The zone that holds <paramref name="recordName"/>.</summary>
    /// <exception cref="ProviderException">There is none, or more than one of the same name.</exception>
    public async Task<Route53Zone> FindAsync(string recordName, CancellationToken cancellationToken)
    {
        var zone = givenId is null ? Deepest(await client.ListZonesAsync(recordName, cancellationToken).ConfigureAwait(false), recordName) : await GivenAsync(givenId, recordName, cancellationToken).ConfigureAwait(false);
        lock (_lock)
            _found[zone.Name] = zone;
        return zone;
    }

    /// <summary>The zone <paramref name="name"/>, without asking again where it was found before.</summary>
    /// <exception cref="ProviderException">There is none, or more than one of the same name.</exception>
    public Task<Route53Zone> GetAsync(string name, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_found.TryGetValue(name, out var zone))
                return Task.FromResult(zone);
        }

        return FindAsync(name, cancellationToken);
    }

    private static bool Holds(Route53Zone zone, string name) =>
        name.EndsWith(zone.Name, StringComparison.OrdinalIgnoreCase) && (name.Length == zone.Name.Length || name[name.Length - zone.Name.Length - 1] == '.');

    private Route53Zone Deepest(IReadOnlyList<Route53Zone> zones, string recordName)
    {
        var holding = zones.Where(zone => Holds(zone, recordName)).ToList();
        var open = holding.Where(zone => !zone.IsPrivate).GroupBy(zone => zone.Name, StringComparer.Ordinal).OrderByDescending(group => group.Key.Length).FirstOrDefault()?.ToList();
        if (open is null)
        {
            throw Error(recordName, ProviderErrorKind.NotFound,
                holding.Count > 0 ? "has only a private zone that holds the name, which no mail server outside sees." : "has no hosted zone that holds the name.",
                "Ask with the account that has the public zone, by its keys, profile or role.");
        }

        return open.Count == 1 ? open[0] : throw Error(recordName, ProviderErrorKind.InvalidRequest,
            $"has several public zones {DisplayText.Sanitize(open[0].Name)}: {string.Join(", ", open.Select(zone => zone.Id))}.", "Give the id of the one to which the domain is delegated.");
    }

    private async Task<Route53Zone> GivenAsync(string id, string recordName, CancellationToken cancellationToken)
    {
        var zone = await client.GetZoneAsync(id, recordName, cancellationToken).ConfigureAwait(false);
        if (!Holds(zone, recordName))
        {
            throw Error(recordName, ProviderErrorKind.NotFound,
                $"has under the id {id} the zone {DisplayText.Sanitize(zone.Name)}, which does not hold the name.", "Give the id of the right zone, or none, so that it is looked up.");
        }

        return zone;
    }

    private ProviderException Error(string subject, ProviderErrorKind kind, string sentence, string remedy) =>
        client.Errors.Create(ApiRequest.Get(subject), kind, sentence, remedy);
}
