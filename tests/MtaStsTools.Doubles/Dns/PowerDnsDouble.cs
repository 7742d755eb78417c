using System.Text.Json;

namespace MtaStsTools.Doubles.Dns;

/// <summary>The HTTP API of PowerDNS Authoritative Server 4.7 as far as record sets go.</summary>
public sealed class PowerDnsDouble : DnsServiceDouble
{
    protected override ServiceAnswer Answer(ServiceRequest request)
    {
        if (!request.Headers.TryGetValue("X-API-Key", out var key) || key != Secret)
            return ServiceAnswer.Text(401, "Unauthorized", "text/plain; charset=utf-8");
        return request switch
        {
            { Method: "GET", Path: ["api", "v1", "servers", "localhost", "zones"] } => ServiceAnswer.Json(200, Zones.Keys
                .Where(zone => !request.Query.TryGetValue("zone", out var wanted) || Same(zone, wanted))
                .Select(zone => new { id = zone + ".", name = zone + ".", kind = "Native", serial = 1, url = $"/api/v1/servers/localhost/zones/{zone}." })),
            { Path: ["api", "v1", "servers", "localhost", "zones", var id] } when !Zones.ContainsKey(id.TrimEnd('.')) => ServiceAnswer.Text(404, "Not Found", "text/plain; charset=utf-8"),
            { Method: "GET", Path: ["api", "v1", "servers", "localhost", "zones", var id] } => Zone(id.TrimEnd('.'), request.Query.GetValueOrDefault("rrset_name")),
            { Method: "PATCH", Path: ["api", "v1", "servers", "localhost", "zones", var id] } => Patch(id.TrimEnd('.'), request.Json.GetProperty("rrsets")[0]),
            _ => ServiceAnswer.Text(404, "Not Found", "text/plain; charset=utf-8"),
        };
    }

    private ServiceAnswer Zone(string zone, string? name)
    {
        // With a filter this version leaves out what is disabled.
        var records = Records.Where(record => Same(record.Zone, zone) && (name is null || (Same(record.Name, name) && !record.IsDisabled)))
            .Concat(name is null || Same(zone, name) ? Zones[zone].Select(server => new DoubleRecord { Id = "", Zone = zone, Name = zone, Type = "NS", Content = server + "." }) : []);
        return ServiceAnswer.Json(200, new
        {
            id = zone + ".",
            name = zone + ".",
            kind = "Native",
            rrsets = records.GroupBy(record => (Name: record.Name.ToLowerInvariant(), record.Type)).Select(set => new
            {
                name = set.Key.Name + ".",
                type = set.Key.Type,
                ttl = set.First().Ttl,
                comments = Array.Empty<object>(),
                records = set.Select(record => new { content = record.Content, disabled = record.IsDisabled }),
            }),
        });
    }

    private ServiceAnswer Patch(string zone, JsonElement set)
    {
        var name = set.GetProperty("name").GetString()!.TrimEnd('.');
        var type = set.GetProperty("type").GetString()!;
        if (Records.Exists(record => record.Is(name, "CNAME")))
            return ServiceAnswer.Json(422, new { error = $"RRset {name}. IN {type}: Conflicts with pre-existing RRset" });
        Records.RemoveAll(record => record.Is(name, type));
        if (set.GetProperty("changetype").GetString() == "REPLACE")
        {
            foreach (var record in set.GetProperty("records").EnumerateArray())
                Keep(zone, name, type, record.GetProperty("content").GetString()!, set.GetProperty("ttl").GetInt32(), record.GetProperty("disabled").GetBoolean());
        }

        return new ServiceAnswer { Status = 204 };
    }

    private static bool Same(string one, string other) => string.Equals(one.TrimEnd('.'), other.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}
