using System.Net;
using MtaStsTools.Dns;
using MtaStsTools.Dns.Messages;
using MtaStsTools.Net;
using MtaStsTools.Publishing.Dns.DynamicUpdate;

namespace MtaStsTools.Publishing.Dns;

/// <summary>Reads and changes records at a primary server by dynamic update (RFC 2136) over TCP, signed by TSIG (RFC 8945) where there is a key.</summary>
public sealed class DynamicUpdateProvider : IDnsRecordProvider
{
    /// <summary>More than any zone has, and few enough to ask for.</summary>
    private const int MaxNameServers = 32;

    private readonly DynamicUpdateOptions _options;
    private readonly string _server;
    private readonly DnsTcpClient _client;

    /// <summary>A provider for one server.</summary>
    /// <exception cref="ArgumentException">The server is neither a host name nor an IP address, or the zone is not a domain name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The port or the time limit cannot be.</exception>
    public DynamicUpdateProvider(DynamicUpdateOptions options)
    {
        CheckServer(options.Server);
        NetworkChecks.CheckPort(options.Port, nameof(options.Port));
        NetworkChecks.CheckTimeout(options.Timeout, nameof(options.Timeout));
        if (options.Zone is not null)
            _ = WireName.FromText(options.Zone);
        _options = options;
        _server = Uri.CheckHostName(options.Server) == UriHostNameType.IPv6 ? $"[{options.Server}]:{options.Port}" : $"{options.Server}:{options.Port}";
        _client = new DnsTcpClient(options.Server, options.Port, options.Key, options.Timeout, options.TimeProvider);
    }

    /// <inheritdoc/>
    public string Description => $"dynamic update at {_server}";

    /// <inheritdoc/>
    public DnsProviderCapabilities Capabilities { get; } = new() { IsGuarded = true, IsAtomic = true, ReadsAtSource = true };

    /// <inheritdoc/>
    /// <remarks>
    /// Asks for the SOA of the name and then of each ancestor, so that of several zones on the way the deepest is found first.
    /// A zone that was given must be that one: a record in a shallower one is never seen.
    /// </remarks>
    public async Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken)
    {
        var owner = WireName.FromText(recordName);
        var errors = Errors(recordName);
        var given = _options.Zone is null ? null : WireName.FromText(_options.Zone);
        if (given is not null && !owner.IsAtOrBelow(given))
            throw errors.NotInZone(given.ToString());

        for (var name = owner; !name.IsRoot; name = name.Parent)
        {
            if (await IsZoneAsync(name, cancellationToken).ConfigureAwait(false))
                return given is null || name.Equals(given) ? name.ToString() : throw errors.DeeperZone(name.ToString(), given.ToString());
            if (name.Equals(given))
                throw errors.NotAuthoritative(name.ToString());
        }

        throw errors.ZoneNotFound();
    }

    /// <inheritdoc/>
    public async Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken)
    {
        var owner = WireName.FromText(recordName);
        var set = Read(await AskAsync(owner, DnsRecordType.TXT, cancellationToken).ConfigureAwait(false), owner, recordName);
        return await IsMadeUpAsync(owner, set, cancellationToken).ConfigureAwait(false) ? new TxtRecordSet { RecordName = recordName } : set;
    }

    /// <inheritdoc/>
    public async Task ApplyAsync(RecordChange change, CancellationToken cancellationToken)
    {
        var errors = Errors(change.RecordName, isUpdate: true);
        var (answer, authenticated) = await ExchangeAsync(UpdateMessage.For(change), errors, cancellationToken).ConfigureAwait(false);
        if (answer.Rcode != DnsRcode.NoError)
            throw errors.FromRcode(answer.Rcode, authenticated);
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

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;

    private static void CheckServer(string server)
    {
        if (string.IsNullOrWhiteSpace(server))
            throw new ArgumentException("Name the server that takes the updates.", nameof(server));
        if (Uri.CheckHostName(server) == UriHostNameType.Unknown)
            throw new ArgumentException($"'{DisplayText.Sanitize(server)}' is neither a host name nor an IP address; a port is given apart from it.", nameof(server));
    }

    private async Task<IReadOnlyList<IPAddress>> FindAddressesAsync(WireName host, CancellationToken cancellationToken)
    {
        var addresses = new List<IPAddress>();
        foreach (var type in new[] { DnsRecordType.A, DnsRecordType.AAAA })
        {
            var (answer, _) = await QueryAsync(host, type, cancellationToken).ConfigureAwait(false);
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

    /// <summary>
    /// Whether a wildcard made the answer up. Then it makes up the same for a name below (RFC 4592 §3.3.1), while below a name that exists it does not
    /// reach (§2.2.1). A wildcard of the name's own with the very same records is taken for one above it; the change then ends as a conflict.
    /// </summary>
    private async Task<bool> IsMadeUpAsync(WireName owner, TxtRecordSet set, CancellationToken cancellationToken)
    {
        if ((set.Values.Count == 0 && set.Alias is null) || owner.TryPrepend("_nothing") is not { } below)
            return false;
        var other = Read(await AskAsync(below, DnsRecordType.TXT, cancellationToken).ConfigureAwait(false), below, below.ToString());
        return string.Equals(other.Alias, set.Alias, StringComparison.OrdinalIgnoreCase)
            && other.Values.Count == set.Values.Count
            && set.Values.All(other.Values.Contains);
    }

    private TxtRecordSet Read(DnsMessage answer, WireName owner, string recordName)
    {
        var records = answer.Answers.Where(record => record.Class == DnsClass.IN && record.Name.Equals(owner)).ToList();
        var texts = records.Where(record => record.Type == DnsRecordType.TXT).ToList();
        return new TxtRecordSet
        {
            RecordName = recordName,
            Values = [.. texts.Select(record => TxtValue.FromRdata(record.Rdata) ?? throw Errors(recordName).UnreadableRecord())],
            Ttl = texts.Count > 0 ? TimeSpan.FromSeconds(texts.Min(record => record.Ttl)) : null,
            Alias = records.Find(record => record.Type == DnsRecordType.CNAME)?.Target?.ToString(),
        };
    }

    /// <summary>An authoritative answer, or the reason why there is none. That a name does not exist is an answer.</summary>
    private async Task<DnsMessage> AskAsync(WireName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        var (answer, authenticated) = await QueryAsync(name, type, cancellationToken).ConfigureAwait(false);
        var errors = Errors(name.ToString());
        if (answer.Rcode == DnsRcode.Refused)
            throw errors.RefusedToAnswer(authenticated);
        if (answer.Rcode is not (DnsRcode.NoError or DnsRcode.NXDomain))
            throw errors.FromRcode(answer.Rcode, authenticated);
        if (answer.IsAuthoritative)
            return answer;

        var delegation = answer.Authority.FirstOrDefault(record => record.Type == DnsRecordType.NS && !record.Name.IsRoot && name.IsAtOrBelow(record.Name));
        throw delegation is null ? errors.NotAuthoritative(name.ToString()) : errors.Delegated(delegation.Name.ToString());
    }

    private Task<(DnsMessage Answer, bool IsAuthenticated)> QueryAsync(WireName name, DnsRecordType type, CancellationToken cancellationToken) =>
        ExchangeAsync(new DnsMessage { Id = 0, Question = (name, type, DnsClass.IN) }, Errors(name.ToString()), cancellationToken);

    private async Task<(DnsMessage Answer, bool IsAuthenticated)> ExchangeAsync(DnsMessage request, DynamicUpdateErrors errors, CancellationToken cancellationToken)
    {
        var exchange = await _client.ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
        return exchange.Answer is { } answer ? (answer, exchange.IsAuthenticated) : throw errors.FromFault(exchange, _options.Timeout);
    }

    private DynamicUpdateErrors Errors(string subject, bool isUpdate = false) => new(_server, subject, _options.Key, isUpdate);
}
