using MtaStsTools.Publishing.Dns.Rest;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns.Google;

/// <summary>A managed zone.</summary>
/// <param name="Name">Its DNS name, without the final dot.</param>
/// <param name="Id">What the project calls it.</param>
/// <param name="IsPublic">The Internet is served it, and not only networks of the project.</param>
/// <param name="NameServers">Its servers.</param>
internal sealed record GoogleZone(string Name, string Id, bool IsPublic, IReadOnlyList<string> NameServers) : IServiceZone
{
    public static GoogleZone Read(ApiJson zone) => new(
        zone["dnsName"].Name().TrimEnd('.'), zone["name"].Name(), zone.TextOrNull("visibility") is null or "public",
        [.. zone.Find("nameServers")?.Items().Select(server => server.Name().TrimEnd('.')) ?? []]);
}
