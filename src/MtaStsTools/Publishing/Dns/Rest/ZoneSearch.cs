using System.Collections.Concurrent;
using MtaStsTools.Dns.Messages;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns.Rest;

/// <summary>Finds the deepest zone of a service that holds a name, and remembers what the service calls it.</summary>
/// <param name="api">The service.</param>
/// <param name="find">Looks for the zone of exactly this name; null where the service has none.</param>
/// <param name="isDelegated">Whether the zone has NS records at this name below its apex, and so leaves it to other servers.</param>
internal sealed class ZoneSearch<TZone>(
    ApiClient api, Func<string, CancellationToken, Task<TZone?>> find, Func<TZone, string, CancellationToken, Task<bool>> isDelegated)
    where TZone : class, IServiceZone
{
    private readonly ConcurrentDictionary<string, TZone> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ProviderException">There is none, the name is delegated, or the service cannot be asked.</exception>
    public async Task<TZone> OfNameAsync(string recordName, CancellationToken cancellationToken)
    {
        var below = new Stack<string>();
        for (var name = WireName.FromText(recordName); !name.IsRoot; name = name.Parent)
        {
            if (await find(name.ToString(), cancellationToken).ConfigureAwait(false) is { } zone)
            {
                _known[zone.Name] = zone;
                await CheckDelegationAsync(zone, recordName, below, cancellationToken).ConfigureAwait(false);
                return zone;
            }

            below.Push(name.ToString());
        }

        throw api.Errors.Create(recordName, ProviderErrorKind.NotFound, "has no zone that the name is in.", "Check the domain, and that this account or key may see its zone.");
    }

    /// <exception cref="ProviderException">There is none, or the service cannot be asked.</exception>
    public async Task<TZone> GetAsync(string zone, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_known.TryGetValue(zone, out var known))
            return known;
        var found = await find(zone, cancellationToken).ConfigureAwait(false)
            ?? throw api.Errors.Create(zone, ProviderErrorKind.NotFound, "does not have this zone.", "Check the zone, and that this account or key may see it.");
        return _known[found.Name] = found;
    }

    private async Task CheckDelegationAsync(TZone zone, string recordName, Stack<string> below, CancellationToken cancellationToken)
    {
        foreach (var name in below)
        {
            if (await isDelegated(zone, name, cancellationToken).ConfigureAwait(false))
            {
                throw api.Errors.Create(
                    recordName, ProviderErrorKind.NotFound, $"has delegated {name} to other servers, so the name is not in its zone {zone.Name}.", $"Use the provider that has the zone {name}.");
            }
        }
    }
}
