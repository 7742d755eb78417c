using System.Net;
using MtaStsTools.Dns;
using MtaStsTools.Net;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Publishing.Applying;

/// <summary>Finds whom to ask whether a zone has a change: every address of every authoritative server, or the provider where there is none.</summary>
internal sealed class AuthoritativeServers(IDnsRecordProvider provider, MtaStsRecordPublisherOptions options)
{
    /// <summary>A zone with more addresses than this has its first ones asked.</summary>
    private const int MaxServers = 64;

    private readonly IDnsResolver _resolver = options.CreateResolver(new DnsResolverOptions { Servers = options.DnsServers, Timeout = options.QueryTimeout });

    public async Task<IReadOnlyList<ServerReadBack>> FindAsync(string zone, CancellationToken cancellationToken)
    {
        var servers = new List<ServerReadBack>();
        foreach (var name in await NamesAsync(zone, cancellationToken).ConfigureAwait(false))
        {
            var addresses = name.Addresses.Count > 0 ? name.Addresses : await ResolveAsync(name.Name, cancellationToken).ConfigureAwait(false);
            if (addresses.Count == 0)
                servers.Add(new ServerReadBack { Server = name.Name, Agreement = ServerAgreement.NotAsked, Detail = "it has no address" });
            servers.AddRange(addresses.Select(address => Candidate(name.Name, address)));
        }

        if (servers.TrueForAll(server => server.Agreement == ServerAgreement.NotAsked))
            servers.Insert(0, Provider());
        return servers.Count > MaxServers ? servers.GetRange(0, MaxServers) : servers;
    }

    /// <summary>The provider itself as a server; it has no address.</summary>
    public ServerReadBack Provider() => provider.Capabilities.ReadsAtSource
        ? new ServerReadBack { Server = provider.Description, Agreement = ServerAgreement.NoAnswer }
        : new ServerReadBack { Server = provider.Description, Agreement = ServerAgreement.NotAsked, Detail = "what it reads may be older than the change" };

    private async Task<IReadOnlyList<ZoneNameServer>> NamesAsync(string zone, CancellationToken cancellationToken)
    {
        try
        {
            return await provider.GetNameServersAsync(zone, cancellationToken).WaitOrLeaveAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DnsProviderException)
        {
            // The change is made by now: not knowing its servers must not hide that. The provider itself is asked instead.
            return [];
        }
    }

    private ServerReadBack Candidate(string name, IPAddress address)
    {
        var mayAsk = options.AllowPrivateAddresses || GlobalAddress.IsGlobal(address);
        return new ServerReadBack
        {
            Server = name,
            Address = address.ToString(),
            Agreement = mayAsk ? ServerAgreement.NoAnswer : ServerAgreement.NotAsked,
            Detail = mayAsk ? null : "its address is not global",
        };
    }

    private async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        var ipv4 = await _resolver.QueryAsync(host, DnsRecordType.A, cancellationToken).ConfigureAwait(false);
        var ipv6 = await _resolver.QueryAsync(host, DnsRecordType.AAAA, cancellationToken).ConfigureAwait(false);
        return [.. ipv4.Addresses, .. ipv6.Addresses];
    }
}
