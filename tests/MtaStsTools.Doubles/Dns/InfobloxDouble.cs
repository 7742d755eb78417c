using System.Text;

namespace MtaStsTools.Doubles.Dns;

/// <summary>Zones and records of the Infoblox web API (WAPI).</summary>
public sealed class InfobloxDouble : DnsServiceDouble
{

    public override string ToTarget(string name) => name;

    protected override ServiceAnswer Answer(ServiceRequest request)
    {
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:" + Secret));
        if (!request.Headers.TryGetValue("Authorization", out var header) || header != basic)
            return ServiceAnswer.Text(401, "<html><title>401 Authorization Required</title></html>", "text/html");
        return request switch
        {
            { Path: not ["wapi", "v2.7", ..] } => Failed(400, "Client.Ibap.Proto", "Version not supported"),
            { Method: "GET" } when request.Query["view"] != "default" => Failed(404, "Client.Ibap.Data.NotFound", "AdmConDataNotFoundError: View not found"),
            { Method: "GET", Path: [_, _, "zone_auth"] } => ServiceAnswer.Json(200, Zones.Keys.Where(zone => Same(zone, request.Query["fqdn"])).Select(zone => new { _ref = $"zone_auth/{Id(zone)}:{zone}/default", fqdn = zone })),
            { Method: "GET", Path: [_, _, "zone_delegated"] } => ServiceAnswer.Json(200, Records.Where(record => record.Is(request.Query["fqdn"], "NS"))
                .Select(record => new { _ref = $"zone_delegated/{record.Id}:{record.Name}/default", fqdn = record.Name })),
            { Method: "GET", Path: [_, _, "record:ns"] } => ServiceAnswer.Json(200, Zones.Where(zone => Same(zone.Key, request.Query["name"])).SelectMany(zone => zone.Value)
                .Select(server => new { _ref = $"record:ns/{Id(server)}:x/default", name = request.Query["name"], nameserver = server })),
            { Method: "GET", Path: [_, _, "record:txt"] } => ServiceAnswer.Json(200, Records.Where(record => record.Is(request.Query["name"], "TXT")).Select(record => new
            {
                _ref = Reference(record),
                name = record.Name,
                text = record.Content,
                ttl = record.Ttl,
                use_ttl = true,
            })),
            { Method: "GET", Path: [_, _, "record:cname"] } => ServiceAnswer.Json(200, Records.Where(record => record.Is(request.Query["name"], "CNAME")).Select(record => new
            {
                _ref = $"record:cname/{record.Id}:{record.Name}/default",
                name = record.Name,
                canonical = record.Content,
            })),
            { Method: "POST", Path: [_, _, "record:txt"] } => Create(request),
            { Method: "PUT", Path: [_, _, "record:txt", ..] } => Update(request),
            { Method: "DELETE", Path: [_, _, "record:txt", ..] } => Delete(request),
            _ => Failed(400, "Client.Ibap.Proto", "Unknown object type"),
        };
    }

    private ServiceAnswer Create(ServiceRequest request)
    {
        var name = request.Json.GetProperty("name").GetString()!;
        var text = request.Json.GetProperty("text").GetString()!;
        if (Zones.Keys.Where(zone => name == zone || name.EndsWith("." + zone, StringComparison.Ordinal)).MaxBy(zone => zone.Length) is not { } zone)
            return Failed(400, "Client.Ibap.Data", "The action is not allowed. A parent was not found.");
        if (Records.Exists(record => record.Is(name, "CNAME")))
            return Failed(400, "Client.Ibap.Data.Conflict", $"IB.Data.Conflict:A CNAME record for '{name}' already exists.");
        if (Records.Exists(record => record.Is(name, "TXT") && record.Content == text))
            return Failed(400, "Client.Ibap.Data.Conflict", $"IB.Data.Conflict:The record '{name}' already exists.");
        return ServiceAnswer.Json(201, Reference(Keep(zone, name, "TXT", text, request.Json.GetProperty("ttl").GetInt32())));
    }

    private ServiceAnswer Update(ServiceRequest request)
    {
        var at = Find(request);
        if (at < 0)
            return NotFound(request);
        Records[at] = Records[at] with { Ttl = request.Json.GetProperty("ttl").GetInt32() };
        return ServiceAnswer.Json(200, Reference(Records[at]));
    }

    private ServiceAnswer Delete(ServiceRequest request)
    {
        var at = Find(request);
        if (at < 0)
            return NotFound(request);
        var reference = Reference(Records[at]);
        Records.RemoveAt(at);
        return ServiceAnswer.Json(200, reference);
    }

    private int Find(ServiceRequest request) => Records.FindIndex(record => Reference(record) == string.Join('/', request.Path.Skip(2)));

    private static string Reference(DoubleRecord record) => $"record:txt/{record.Id}:{record.Name}/default";

    private static ServiceAnswer NotFound(ServiceRequest request) => Failed(404, "Client.Ibap.Data.NotFound", $"Reference {string.Join('/', request.Path.Skip(2))} not found");

    private static ServiceAnswer Failed(int status, string code, string text) => ServiceAnswer.Json(status, new { Error = "AdmConError: " + text, code, text });

    private static string Id(string name) => Convert.ToHexStringLower(Encoding.ASCII.GetBytes(name));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
