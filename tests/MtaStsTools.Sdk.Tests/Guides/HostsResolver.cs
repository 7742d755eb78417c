using System.Net;
using MtaStsTools.Dns;

namespace MtaStsTools.Sdk.Tests.Guides;

/// <summary>The resolver of the guide: knows addresses, and nothing else exists.</summary>
internal sealed class HostsResolver(IReadOnlyDictionary<string, IPAddress> hosts) : IDnsResolver
{
    public Task<DnsAnswer> QueryAsync(string name, DnsRecordType type, CancellationToken cancellationToken = default)
    {
        var isKnown = type == DnsRecordType.A && hosts.ContainsKey(name);
        var lookup = new DnsLookup { Name = name, Type = type.ToString(), Outcome = isKnown ? DnsOutcome.Answered : DnsOutcome.NameDoesNotExist };
        return Task.FromResult(new DnsAnswer { Lookup = lookup, Addresses = isKnown ? [hosts[name]] : [] });
    }
}
