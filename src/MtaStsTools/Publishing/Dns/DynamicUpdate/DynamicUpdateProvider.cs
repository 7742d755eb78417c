using System.Net;
using MtaStsTools.Dns;
using MtaStsTools.Dns.Messages;
using MtaStsTools.Net;

namespace MtaStsTools.Publishing.Dns;

/// <summary>Reads and changes records at a primary server by dynamic update (RFC 2136) over TCP, signed by TSIG (RFC 8945) where there is a key.</summary>
public sealed class DynamicUpdateProvider : IDnsRecordProvider
{
    /// <summary>More than any zone has, and few enough to ask for.</summary>
    private const int MaxNameServers = 32;

    private readonly DynamicUpdateOptions _options;
    private readonly DnsTcpClient _client;

    /// <summary>A provider for one server.</summary>
    /// <exception cref="ArgumentException">The server is empty, or the zone is not a domain name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The port or the time limit cannot be.</exception>
    public DynamicUpdateProvider(DynamicUpdateOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Server))
            throw new ArgumentException("Name the server that takes the updates.", nameof(options));
        NetworkChecks.CheckPort(options.Port, nameof(options.Port));
        NetworkChecks.CheckTimeout(options.Timeout, nameof(options.Timeout));
        if (options.Zone is not null)
            _ = WireName.FromText(options.Zone);
        _options = options;
        _client = new DnsTcpClient(options.Server, options.Port, options.Key, options.Timeout, options.TimeProvider);
    }

    /// <inheritdoc/>
    public string Description => $"dynamic update at {_client.Server}";

    /// <inheritdoc/>
    /// <remarks>
    /// Asks for the SOA of the name and then of each ancestor, so that of several zones on the way the deepest is found first.
    /// A zone that was given must be that one: a record in a shallower one is never seen.
    /// </remarks>
    public async Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken)
    {
        var owner = WireName.FromText(recordName);
        var failures = _client.Failures(recordName);
        var given = _options.Zone is null ? null : WireName.FromText(_options.Zone);
        if (given is not null && !owner.IsAtOrBelow(given))
            throw failures.NotInZone(given.ToString());

        for (var name = owner; !name.IsRoot; name = name.Parent)
        {
            if (await IsZoneAsync(name, cancellationToken).ConfigureAwait(false))
                return given is null || name.Equals(given) ? name.ToString() : throw failures.DeeperZone(name.ToString(), given.ToString());
            if (name.Equals(given))
                throw failures.NotAuthoritative(name.ToString());
        }

        throw failures.ZoneNotFound();
    }

    /// <inheritdoc/>
    public async Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken)
    {
        var owner = WireName.FromText(recordName);
        var answer = await AskAsync(owner, DnsRecordType.TXT, cancellationToken).ConfigureAwait(false);
        var alias = answer.Answers.FirstOrDefault(record => record.Type == DnsRecordType.CNAME && record.Name.Equals(owner));
        var values = new List<TxtValue>();
        uint? ttl = null;
        foreach (var record in answer.Answers.Where(record => record.Type == DnsRecordType.TXT && record.Class == DnsClass.IN && record.Name.Equals(owner)))
        {
            values.Add(TxtValue.FromRdata(record.Rdata) ?? throw _client.Failures(recordName).MalformedAnswer("has a TXT record that cannot be read"));
            ttl = Math.Min(ttl ?? record.Ttl, record.Ttl);
        }

        return new TxtRecordSet
        {
            RecordName = recordName,
            Values = values,
            Ttl = ttl is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Alias = alias?.Target?.ToString(),
        };
    }

    /// <inheritdoc/>
    public async Task ApplyAsync(ChangePlan plan, CancellationToken cancellationToken)
    {
        var answer = await _client.ExchangeAsync(UpdateMessage.For(plan), plan.RecordName, cancellationToken).ConfigureAwait(false);
        if (answer.Rcode != DnsRcode.NoError)
            throw _client.Failures(plan.RecordName, DnsOpcode.Update).FromRcode(answer.Rcode, authenticated: _options.Key is not null);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken)
    {
        var name = WireName.FromText(zone);
        var answer = await AskAsync(name, DnsRecordType.NS, cancellationToken).ConfigureAwait(false);
        var servers = new List<ZoneNameServer>();
        var hosts = answer.Answers.Where(record => record.Type == DnsRecordType.NS && record.Name.Equals(name)).Select(record => record.Target).OfType<WireName>();
        foreach (var host in hosts.Distinct().Take(MaxNameServers))
            servers.Add(new ZoneNameServer { Name = host.ToString(), Addresses = await FindAddressesAsync(host, cancellationToken).ConfigureAwait(false) });
        return servers;
    }

    private async Task<IReadOnlyList<IPAddress>> FindAddressesAsync(WireName host, CancellationToken cancellationToken)
    {
        var addresses = new List<IPAddress>();
        foreach (var type in new[] { DnsRecordType.A, DnsRecordType.AAAA })
        {
            var answer = await QueryAsync(host, type, cancellationToken).ConfigureAwait(false);
            if (answer is not { Rcode: DnsRcode.NoError, IsAuthoritative: true })
                continue;
            var length = type == DnsRecordType.A ? 4 : 16;
            addresses.AddRange(answer.Answers
                .Where(record => record.Type == type && record.Name.Equals(host) && record.Rdata.Length == length)
                .Select(record => new IPAddress(record.Rdata)));
        }

        return addresses;
    }

    private async Task<bool> IsZoneAsync(WireName name, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(name, DnsRecordType.SOA, cancellationToken).ConfigureAwait(false);
        return answer.Answers.Any(record => record.Type == DnsRecordType.SOA && record.Name.Equals(name));
    }

    /// <summary>An authoritative answer, or the reason why there is none. That a name does not exist is an answer.</summary>
    private async Task<DnsMessage> AskAsync(WireName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        var answer = await QueryAsync(name, type, cancellationToken).ConfigureAwait(false);
        var failures = _client.Failures(name.ToString());
        if (answer.Rcode == DnsRcode.Refused)
            throw failures.RefusedToAnswer(authenticated: _options.Key is not null);
        if (answer.Rcode is not (DnsRcode.NoError or DnsRcode.NXDomain))
            throw failures.FromRcode(answer.Rcode, authenticated: _options.Key is not null);
        if (answer.IsAuthoritative)
            return answer;

        var delegation = answer.Authority.FirstOrDefault(record => record.Type == DnsRecordType.NS && !record.Name.IsRoot && name.IsAtOrBelow(record.Name));
        throw delegation is null ? failures.NotAuthoritative(name.ToString()) : failures.Delegated(delegation.Name.ToString());
    }

    private Task<DnsMessage> QueryAsync(WireName name, DnsRecordType type, CancellationToken cancellationToken) =>
        _client.ExchangeAsync(new DnsMessage { Id = 0, Question = (name, type, DnsClass.IN) }, name.ToString(), cancellationToken);
}
