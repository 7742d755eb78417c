using MtaStsTools.Publishing.Dns.Rest;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns.PowerDns;

/// <summary>A zone of a PowerDNS server.</summary>
/// <param name="Name">Its name, without the final dot.</param>
/// <param name="Id">What the API calls it.</param>
/// <param name="Kind">Native, Master, Slave and so on.</param>
internal sealed record PowerDnsZone(string Name, string Id, string Kind) : IServiceZone
{
    /// <summary>Its records come from another server, which would undo every change.</summary>
    public bool IsCopy => Kind is "Slave" or "Secondary" or "Consumer";

    public static PowerDnsZone Read(ApiJson zone) => new(zone["name"].Name().TrimEnd('.'), zone["id"].Name(), zone["kind"].Name());
}
