using System.Collections.Concurrent;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Publishing.Estates;

/// <summary>The services of one run: domains that are given the same object share what is known of it.</summary>
internal sealed class SharedServices
{
    private readonly ConcurrentDictionary<IDnsRecordProvider, SharedProvider> _providers = new();
    private readonly ConcurrentDictionary<IPolicyHost, SharedHost> _hosts = new();

    public IDnsRecordProvider Of(IDnsRecordProvider provider) => _providers.GetOrAdd(provider, static one => new SharedProvider(one));

    public IPolicyHost Of(IPolicyHost host) => _hosts.GetOrAdd(host, static one => new SharedHost(one));
}
