using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WireMock;

namespace MtaStsTools.Cloud.Tests.Azure;

/// <summary>Azure Resource Manager with zones of Azure DNS, as the REST reference of 2018-05-01 describes it: lists in pages, sets with ETags that a change may demand.</summary>
public sealed class AzureDnsDouble : HttpDouble
{
    public const string Token = "token-of-the-test";
    public const string Subscription = "11111111-1111-1111-1111-111111111111";

    private const int PageLength = 2;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private int _versions;

    /// <summary>Subscription, group and name of each zone.</summary>
    public List<(string Subscription, string Group, string Zone)> Zones { get; } = [];

    /// <summary>Sets by zone, type and name, with the ETag of each.</summary>
    public Dictionary<string, JsonObject> Sets { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static DoubleAnswer Error(int status, string code, string message) => Json(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    public static string Key(string zone, string type, string name) => $"{zone}/{type}/{name}";

    public void PutTxt(string zone, string name, int ttl, params string[][] records) => Put(Key(zone, "TXT", name), new JsonObject
    {
        ["TTL"] = ttl,
        ["TXTRecords"] = new JsonArray([.. records.Select(record => new JsonObject { ["value"] = new JsonArray([.. record.Select(part => JsonValue.Create(part))]) })]),
    });

    public void PutAlias(string zone, string name, string target) =>
        Put(Key(zone, "CNAME", name), new JsonObject { ["TTL"] = 300, ["CNAMERecord"] = new JsonObject { ["cname"] = target } });

    public void PutServers(string zone, string name) =>
        Put(Key(zone, "NS", name), new JsonObject { ["TTL"] = 300, ["NSRecords"] = new JsonArray(new JsonObject { ["nsdname"] = "ns.elsewhere.test." }) });

    public IReadOnlyList<string> Texts(string zone, string name) => Sets.TryGetValue(Key(zone, "TXT", name), out var set)
        ? [.. set["properties"]!["TXTRecords"]!.AsArray().Select(record => string.Concat(record!["value"]!.AsArray().Select(part => part!.GetValue<string>())))]
        : [];

    protected override DoubleAnswer Answer(IRequestMessage request)
    {
        if (Header(request, "Authorization") != "Bearer " + Token)
            return Error(401, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is provided in an invalid format.");
        var path = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        return path switch
        {
            ["subscriptions"] => Json(200, new JsonObject { ["value"] = new JsonArray([.. Zones.Select(zone => zone.Subscription).Distinct().Select(id => new JsonObject { ["subscriptionId"] = id, ["state"] = "Enabled" })]) }),
            ["subscriptions", var subscription, "providers", "Microsoft.Network", "dnsZones"] => List(request, Zones.Where(zone => zone.Subscription == subscription)),
            ["subscriptions", var subscription, "resourceGroups", var group, "providers", "Microsoft.Network", "dnsZones"] => List(request, Zones.Where(zone => zone.Subscription == subscription && zone.Group == group)),
            ["subscriptions", var subscription, "resourceGroups", var group, "providers", "Microsoft.Network", "dnszones", var zone, var type, var name] when Zones.Contains((subscription, group, zone)) =>
                OnSet(request, Key(zone, type, name), zone, name),
            _ => Error(404, "ResourceNotFound", $"The resource {request.Path} was not found."),
        };
    }

    private static DoubleAnswer Json(int status, JsonNode body) => new() { Status = status, Body = body.ToJsonString(Relaxed) };

    private DoubleAnswer List(IRequestMessage request, IEnumerable<(string Subscription, string Group, string Zone)> found)
    {
        var all = found.ToList();
        var from = Query(request, "$skipToken") is { Length: > 0 } token ? int.Parse(token, CultureInfo.InvariantCulture) : 0;
        var page = new JsonObject
        {
            ["value"] = new JsonArray([.. all.Skip(from).Take(PageLength).Select(zone => new JsonObject
            {
                ["id"] = $"/subscriptions/{zone.Subscription}/resourceGroups/{zone.Group}/providers/Microsoft.Network/dnszones/{zone.Zone}",
                ["name"] = zone.Zone,
                ["etag"] = "00000002-0000-0000-76c2-f7ad90b5d701",
                ["location"] = "global",
                ["properties"] = new JsonObject { ["nameServers"] = new JsonArray("ns1-01.azure-dns.com.", "ns2-01.azure-dns.net."), ["zoneType"] = "Public" },
            })]),
        };
        if (from + PageLength < all.Count)
            page["nextLink"] = $"{Endpoint.GetLeftPart(UriPartial.Authority)}{request.Path}?api-version=2018-05-01&$skipToken={from + PageLength}";
        return Json(200, page);
    }

    private DoubleAnswer OnSet(IRequestMessage request, string key, string zone, string name)
    {
        Sets.TryGetValue(key, out var set);
        if (request.Method == "GET")
            return set is null ? Error(404, "NotFound", $"The resource record '{name}' does not exist in zone '{zone}'.") : Json(200, set.DeepClone());
        if (Header(request, "If-None-Match") == "*" && set is not null)
            return Error(412, "PreconditionFailed", "The Record set already exists.");
        if (Header(request, "If-Match") is { } etag && etag != set?["etag"]!.GetValue<string>())
            return Error(412, "PreconditionFailed", "The condition in the If-Match header was not satisfied.");
        if (request.Method == "DELETE")
        {
            Sets.Remove(key);
            return new DoubleAnswer { Status = 200 };
        }

        if (Sets.ContainsKey(Key(zone, "CNAME", name)))
            return Error(409, "Conflict", "The record could not be created because a CNAME record with the same name already exists in this zone.");
        Put(key, JsonNode.Parse(request.Body!)!["properties"]!.DeepClone().AsObject());
        return Json(set is null ? 201 : 200, Sets[key].DeepClone());
    }

    private void Put(string key, JsonObject properties) =>
        Sets[key] = new JsonObject { ["name"] = key.Split('/')[2], ["etag"] = $"version-{++_versions}", ["properties"] = properties };
}
