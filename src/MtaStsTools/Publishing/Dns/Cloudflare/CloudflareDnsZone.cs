using MtaStsTools.Publishing.Dns.Rest;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns.Cloudflare;

/// <summary>A zone of an account at Cloudflare.</summary>
/// <param name="Name">Its name, without the final dot.</param>
/// <param name="Id">What the API calls it.</param>
/// <param name="IsActive">The domain is delegated to Cloudflare.</param>
/// <param name="NameServers">The servers that it is to be delegated to.</param>
internal sealed record CloudflareDnsZone(string Name, string Id, bool IsActive, IReadOnlyList<string> NameServers) : IServiceZone
{
    public static CloudflareDnsZone Read(ApiJson zone) => new(
        zone["name"].Name(), zone["id"].Name(), zone.TextOrNull("status") == "active",
        [.. zone.Find("name_servers")?.Items().Select(server => server.Name().TrimEnd('.')) ?? []]);
}
