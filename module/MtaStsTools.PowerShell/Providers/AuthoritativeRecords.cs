using System.Net;
using MtaStsTools.Dns;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Providers;

/// <summary>Reads records where everybody can: at the authoritative servers of the zone. For providers that can only write.</summary>
internal sealed class AuthoritativeRecords(AuthoritativeRecordsOptions options)
{
    private readonly DnsResolver _resolver = new(options.Resolver);

    /// <summary>The deepest zone that holds the name, by its SOA record.</summary>
    public async Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken)
    {
        var name = recordName;
        while (name.IndexOf('.') > 0)
        {
            var answer = await _resolver.QueryAsync(name, DnsRecordType.SOA, cancellationToken).ConfigureAwait(false);
            if (!answer.Lookup.IsConclusive)
                throw new DnsProviderException(ProviderErrorKind.Unavailable, $"{recordName}: its zone cannot be found: {answer.Lookup}.", "Check the resolver, and try again.");
            if (answer.ZoneApex is { Length: > 0 } apex && apex.IndexOf('.') > 0 && recordName.EndsWith("." + apex, StringComparison.OrdinalIgnoreCase))
                return apex;
            name = name.Substring(name.IndexOf('.') + 1);
        }

        throw new DnsProviderException(ProviderErrorKind.NotFound, $"{recordName}: DNS knows no zone that holds the name.", "Check the domain; a new zone must be delegated first.");
    }

    /// <summary>The records that the first server gives which answers with authority.</summary>
    public async Task<TxtRecordSet> ReadAsync(string zone, string recordName, CancellationToken cancellationToken)
    {
        var failure = "it has no name server with an address";
        foreach (var server in await ServersAsync(zone, cancellationToken).ConfigureAwait(false))
        {
            foreach (var address in server.Addresses)
            {
                var resolver = new DnsResolver(options.Resolver with { Servers = [new IPEndPoint(address, options.Port)], Recursive = false });
                var answer = await resolver.QueryAsync(recordName, DnsRecordType.TXT, cancellationToken).ConfigureAwait(false);
                if (answer is { Lookup.IsConclusive: true, IsAuthoritative: true })
                    return Read(recordName, answer);
                failure = $"{server.Name}: {answer.Lookup.Failure ?? "it is not authoritative"}";
            }
        }

        throw new DnsProviderException(ProviderErrorKind.Unavailable, $"{recordName}: no authoritative server of {zone} answers ({DisplayText.Sanitize(failure)}).", "Check that its name servers can be asked from here.");
    }

    /// <summary>The servers of the zone with their addresses.</summary>
    public async Task<IReadOnlyList<ZoneNameServer>> ServersAsync(string zone, CancellationToken cancellationToken)
    {
        var servers = new List<ZoneNameServer>();
        foreach (var name in (await _resolver.QueryAsync(zone, DnsRecordType.NS, cancellationToken).ConfigureAwait(false)).NameServers.Where(name => name.Length > 0))
        {
            var ipv4 = await _resolver.QueryAsync(name, DnsRecordType.A, cancellationToken).ConfigureAwait(false);
            var ipv6 = await _resolver.QueryAsync(name, DnsRecordType.AAAA, cancellationToken).ConfigureAwait(false);
            servers.Add(new ZoneNameServer { Name = name, Addresses = [.. ipv4.Addresses, .. ipv6.Addresses] });
        }

        return servers;
    }

    private static TxtRecordSet Read(string recordName, DnsAnswer answer) => answer.Lookup.Aliases.Count > 0
        ? new TxtRecordSet { RecordName = recordName, Alias = answer.Lookup.Aliases[0] }
        : new TxtRecordSet
        {
            RecordName = recordName,
            Values = [.. answer.Texts.Select(text => TxtStrings.ToValue(text.Strings)).Distinct()],
            Ttl = answer.Texts.Count > 0 ? answer.Lookup.Ttl : null,
        };
}
