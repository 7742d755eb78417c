using System.Globalization;
using System.Security;
using System.Xml.Linq;
using WireMock;

namespace MtaStsTools.Cloud.Tests.Aws;

/// <summary>Route 53 as its API reference of 2013-04-01 describes it: zones in pages, sets in the order of names, change batches that are taken whole or not at all.</summary>
public sealed class Route53Double : HttpDouble
{
    private const string Space = "https://route53.amazonaws.com/doc/2013-04-01/";
    private const int PageLength = 2;

    private static readonly XNamespace Api = Space;

    private int _changes;

    public const string AccessKey = "AKIDEXAMPLE";

    /// <summary>Zones by their ids.</summary>
    public Dictionary<string, (string Name, bool IsPrivate)> Zones { get; } = new(StringComparer.Ordinal) { ["Z1PARENT"] = ("provider.test", false) };

    /// <summary>Sets of the zone that is meant by the tests, by name and type: time to live and values as written.</summary>
    public Dictionary<(string Name, string Type), (int Ttl, string[] Values)> Sets { get; } = [];

    /// <summary>Sets that the above cannot hold, as XML.</summary>
    public List<string> Extra { get; } = [];

    /// <summary>How often a change is told to be pending before all servers have it.</summary>
    public int PendingFor { get; set; } = 1;

    public static DoubleAnswer Error(int status, string code, string message) =>
        Xml(status, $"<ErrorResponse xmlns=\"{Space}\"><Error><Type>Sender</Type><Code>{code}</Code><Message>{SecurityElement.Escape(message)}</Message></Error><RequestId>b25f48e8-84fd-11e6-80d9-574e0c4664cb</RequestId></ErrorResponse>");

    public static DoubleAnswer Xml(int status, string body) => new() { Status = status, Body = $"<?xml version=\"1.0\"?>\n{body}", MediaType = "text/xml" };

    protected override DoubleAnswer Answer(IRequestMessage request)
    {
        if (Header(request, "Authorization") is not { } authorization || !authorization.StartsWith($"AWS4-HMAC-SHA256 Credential={AccessKey}/", StringComparison.Ordinal))
            return Error(403, "InvalidClientTokenId", "The security token included in the request is invalid");

        var path = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (request.Method, path) switch
        {
            ("GET", ["2013-04-01", "hostedzone"]) => ListZones(Query(request, "marker")),
            ("GET", ["2013-04-01", "hostedzone", var id]) => Zones.ContainsKey(id) ? GetZone(id) : NoSuchZone(id),
            ("GET", ["2013-04-01", "hostedzone", var id, "rrset"]) => Zones.ContainsKey(id) ? ListSets(Query(request, "name").TrimEnd('.')) : NoSuchZone(id),
            ("POST", ["2013-04-01", "hostedzone", var id, "rrset"]) => Zones.ContainsKey(id) ? Change(XElement.Parse(request.Body!)) : NoSuchZone(id),
            ("GET", ["2013-04-01", "change", var id]) => Xml(200, $"<GetChangeResponse xmlns=\"{Space}\">{ChangeInfo(id)}</GetChangeResponse>"),
            _ => Error(400, "InvalidInput", $"{request.Method} {request.Path}"),
        };
    }

    private static DoubleAnswer NoSuchZone(string id) => Error(404, "NoSuchHostedZone", $"No hosted zone found with ID: {id}");

    private DoubleAnswer ListZones(string marker)
    {
        var zones = Zones.OrderBy(zone => zone.Key, StringComparer.Ordinal).ToList();
        var from = marker.Length == 0 ? 0 : zones.FindIndex(zone => zone.Key == marker);
        var next = from + PageLength < zones.Count ? zones[from + PageLength].Key : null;
        return Xml(200, $"""
            <ListHostedZonesResponse xmlns="{Space}"><HostedZones>{string.Concat(zones.Skip(from).Take(PageLength).Select(zone => Zone(zone.Key)))}</HostedZones>
            <IsTruncated>{(next is null ? "false" : "true")}</IsTruncated>{(next is null ? "" : $"<NextMarker>{next}</NextMarker>")}<MaxItems>{PageLength}</MaxItems></ListHostedZonesResponse>
            """);
    }

    private DoubleAnswer GetZone(string id) => Xml(200, $"""
        <GetHostedZoneResponse xmlns="{Space}">{Zone(id)}
        <DelegationSet><NameServers><NameServer>ns-2048.awsdns-64.com</NameServer><NameServer>ns-2049.awsdns-65.net</NameServer></NameServers></DelegationSet></GetHostedZoneResponse>
        """);

    private string Zone(string id) => $"""
        <HostedZone><Id>/hostedzone/{id}</Id><Name>{Zones[id].Name}.</Name><CallerReference>x</CallerReference>
        <Config><Comment>a &lt;zone&gt;</Comment><PrivateZone>{(Zones[id].IsPrivate ? "true" : "false")}</PrivateZone></Config><ResourceRecordSetCount>3</ResourceRecordSetCount></HostedZone>
        """;

    private DoubleAnswer ListSets(string from)
    {
        var sets = Sets.Where(set => string.CompareOrdinal(set.Key.Name, from) >= 0).OrderBy(set => set.Key.Name, StringComparer.Ordinal).ThenBy(set => set.Key.Type, StringComparer.Ordinal).Select(set => $"""
            <ResourceRecordSet><Name>{set.Key.Name}.</Name><Type>{set.Key.Type}</Type><TTL>{set.Value.Ttl}</TTL>
            <ResourceRecords>{string.Concat(set.Value.Values.Select(value => $"<ResourceRecord><Value>{SecurityElement.Escape(value)}</Value></ResourceRecord>"))}</ResourceRecords></ResourceRecordSet>
            """);
        return Xml(200, $"<ListResourceRecordSetsResponse xmlns=\"{Space}\"><ResourceRecordSets>{string.Concat(sets)}{string.Concat(Extra)}</ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>100</MaxItems></ListResourceRecordSetsResponse>");
    }

    private DoubleAnswer Change(XElement request)
    {
        var sets = new Dictionary<(string Name, string Type), (int Ttl, string[] Values)>(Sets);
        foreach (var change in request.Descendants(Api + "Change"))
        {
            var set = change.Element(Api + "ResourceRecordSet")!;
            var key = (set.Element(Api + "Name")!.Value.TrimEnd('.'), set.Element(Api + "Type")!.Value);
            var ttl = int.Parse(set.Element(Api + "TTL")!.Value, CultureInfo.InvariantCulture);
            string[] values = [.. set.Descendants(Api + "Value").Select(value => value.Value)];
            if (change.Element(Api + "Action")!.Value == "DELETE")
            {
                if (!sets.TryGetValue(key, out var stored))
                    return InvalidBatch($"Tried to delete resource record set [name='{key.Item1}.', type='TXT'] but it was not found");
                if (stored.Ttl != ttl || !stored.Values.Order(StringComparer.Ordinal).SequenceEqual(values.Order(StringComparer.Ordinal)))
                    return InvalidBatch($"Tried to delete resource record set [name='{key.Item1}.', type='TXT'] but the values provided do not match the current values");
                sets.Remove(key);
            }
            else if (sets.ContainsKey(key))
            {
                return InvalidBatch($"Tried to create resource record set [name='{key.Item1}.', type='TXT'] but it already exists");
            }
            else if (sets.ContainsKey((key.Item1, "CNAME")))
            {
                return InvalidBatch($"RRSet of type TXT with DNS name {key.Item1}. is not permitted as it conflicts with other records with the same DNS name in zone");
            }
            else
            {
                sets[key] = (ttl, values);
            }
        }

        Sets.Clear();
        foreach (var (key, value) in sets)
            Sets[key] = value;
        return Xml(200, $"<ChangeResourceRecordSetsResponse xmlns=\"{Space}\">{ChangeInfo($"C{++_changes}")}</ChangeResourceRecordSetsResponse>");
    }

    private static DoubleAnswer InvalidBatch(string message) =>
        Xml(400, $"<InvalidChangeBatch xmlns=\"{Space}\"><Messages><Message>{SecurityElement.Escape(message)}</Message></Messages><RequestId>b25f48e8</RequestId></InvalidChangeBatch>");

    private string ChangeInfo(string id) => $"<ChangeInfo><Id>/change/{id}</Id><Status>{(PendingFor-- > 0 ? "PENDING" : "INSYNC")}</Status><SubmittedAt>2026-01-01T00:00:00Z</SubmittedAt></ChangeInfo>";
}
