using System.Net;
using MtaStsTools.Dns;
using MtaStsTools.Net;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Publishing.Applying;

/// <summary>Asks every authoritative server of a zone for a record until all have the change, or time is up.</summary>
internal sealed class AuthoritativeReadBack(MtaStsRecordPublisherOptions options)
{
    /// <summary>A zone with more addresses than this has its first ones asked.</summary>
    private const int MaxServers = 64;

    private readonly DnsResolver _resolver = new(new DnsResolverOptions { Servers = options.DnsServers, Timeout = options.QueryTimeout });

    public async Task<IReadOnlyList<ServerReadBack>> WaitAsync(
        IDnsRecordProvider provider, ChangePlan plan, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var started = options.TimeProvider.GetTimestamp();
        var servers = await FindServersAsync(provider, plan.Zone, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var round = servers.Select(server => server.Agreement is ServerAgreement.Agrees or ServerAgreement.NotAsked
                ? Task.FromResult(server)
                : AskAsync(server, provider, plan, cancellationToken));
            servers = [.. await Task.WhenAll(round).ConfigureAwait(false)];

            var elapsed = options.TimeProvider.GetElapsedTime(started);
            Report(progress, plan, servers, elapsed);
            if (servers.TrueForAll(server => server.Agreement is ServerAgreement.Agrees or ServerAgreement.NotAsked)
                || elapsed + options.ReadBackInterval > options.ReadBackTimeLimit)
            {
                return servers;
            }

#if NET
            await Task.Delay(options.ReadBackInterval, options.TimeProvider, cancellationToken).ConfigureAwait(false);
#else
            await options.TimeProvider.Delay(options.ReadBackInterval, cancellationToken).ConfigureAwait(false);
#endif
        }
    }

    private async Task<List<ServerReadBack>> FindServersAsync(IDnsRecordProvider provider, string zone, CancellationToken cancellationToken)
    {
        IReadOnlyList<ZoneNameServer> names = [];
        try
        {
            names = await provider.GetNameServersAsync(zone, cancellationToken).ConfigureAwait(false);
        }
        catch (DnsUpdateException)
        {
            // The change is made by now: not knowing the other servers must not hide that. The provider itself is asked below.
        }

        var servers = new List<ServerReadBack>();
        foreach (var name in names)
        {
            var addresses = name.Addresses.Count > 0 ? name.Addresses : await ResolveAsync(name.Name, cancellationToken).ConfigureAwait(false);
            if (addresses.Count == 0)
                servers.Add(new ServerReadBack { Server = name.Name, Agreement = ServerAgreement.NotAsked, Detail = "it has no address" });
            servers.AddRange(addresses.Select(address => Candidate(name.Name, address)));
        }

        if (servers.TrueForAll(server => server.Agreement == ServerAgreement.NotAsked))
            servers.Insert(0, new ServerReadBack { Server = provider.Description, Agreement = ServerAgreement.NoAnswer });
        return servers.Count > MaxServers ? servers.GetRange(0, MaxServers) : servers;
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

    private async Task<ServerReadBack> AskAsync(ServerReadBack server, IDnsRecordProvider provider, ChangePlan plan, CancellationToken cancellationToken)
    {
        try
        {
            if (server.Address is null)
            {
                var set = await provider.ReadTxtAsync(plan.Zone, plan.RecordName, cancellationToken).ConfigureAwait(false);
                return Compare(server, plan, [.. set.Values.Where(value => value.IsMtaSts).Select(value => value.Text)]);
            }

            var answer = await Resolver(server.Address).QueryAsync(plan.RecordName, DnsRecordType.TXT, cancellationToken).ConfigureAwait(false);
            if (!answer.Lookup.IsConclusive)
                return server with { Agreement = ServerAgreement.NoAnswer, Detail = answer.Lookup.Detail };
            if (!answer.IsAuthoritative)
                return server with { Agreement = ServerAgreement.NoAnswer, Detail = "it is not authoritative for the zone" };
            return Compare(server, plan, [.. answer.Texts.Select(txt => txt.Text).Where(text => text.StartsWith(WellKnownNames.RecordVersion + ";", StringComparison.Ordinal))]);
        }
        catch (DnsUpdateException exception)
        {
            return server with { Agreement = ServerAgreement.NoAnswer, Detail = exception.Message };
        }
    }

    private static ServerReadBack Compare(ServerReadBack server, ChangePlan plan, List<string> found)
    {
        var expected = plan.Steps.Where(step => step.Kind != ChangeKind.Remove && step.Value.IsMtaSts).Select(step => step.Value.Text);
        var agrees = expected.OrderBy(text => text, StringComparer.Ordinal).SequenceEqual(found.OrderBy(text => text, StringComparer.Ordinal), StringComparer.Ordinal);
        return server with
        {
            Agreement = agrees ? ServerAgreement.Agrees : ServerAgreement.Differs,
            Records = [.. found.Select(text => DisplayText.Sanitize(text, 512))],
            Detail = null,
        };
    }

    private DnsResolver Resolver(string address) => new(new DnsResolverOptions
    {
        Servers = [new IPEndPoint(IPAddress.Parse(address), options.AuthoritativePort)],
        Timeout = options.QueryTimeout,
        Recursive = false,
    });

    private void Report(IProgress<PublishProgress>? progress, ChangePlan plan, List<ServerReadBack> servers, TimeSpan elapsed)
    {
        var asked = servers.Count(server => server.Agreement != ServerAgreement.NotAsked);
        var agreeing = servers.Count(server => server.Agreement == ServerAgreement.Agrees);
        progress?.Report(new PublishProgress
        {
            RecordName = plan.RecordName,
            Stage = PublishStage.ReadingBack,
            Message = $"{agreeing} of {asked} authoritative servers have the change",
            ServersAgreeing = agreeing,
            ServersAsked = asked,
            Elapsed = elapsed,
            TimeLimit = options.ReadBackTimeLimit,
        });
    }
}
