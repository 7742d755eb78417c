using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MtaStsTools.Doubles.Dns;

/// <summary>Managed zones, record sets and changes of the Google Cloud DNS API, version 1, and the sign-in of service accounts.</summary>
public sealed class GoogleCloudDnsDouble : DnsServiceDouble
{
    private const string Account = "publisher@project-of-the-test.iam.gserviceaccount.com";
    private const string Project = "project-of-the-test";

    private readonly RSA _key = RSA.Create(2048);

    /// <summary>The key file of the service account that the service knows.</summary>
    public string KeyFile => JsonSerializer.Serialize(new
    {
        type = "service_account",
        project_id = Project,
        private_key_id = "key-1",
        private_key = _key.ExportPkcs8PrivateKeyPem(),
        client_email = Account,
        token_uri = new Uri(Endpoint, "token"),
    });

    /// <summary>How long a token is good, in seconds.</summary>
    public int TokenSeconds { get; set; } = 3600;

    /// <summary>Zones that only networks of the project are served.</summary>
    public HashSet<string> PrivateZones { get; } = new(StringComparer.OrdinalIgnoreCase);

    protected override ServiceAnswer Answer(ServiceRequest request)
    {
        if (request is { Method: "POST", Path: ["token"] })
            return SignIn(request.Body);
        if (!request.Headers.TryGetValue("Authorization", out var header) || header != "Bearer " + Secret)
            return Failed(401, "authError", "Request had invalid authentication credentials.");
        if (request.Path is not ["dns", "v1", "projects", Project, "managedZones", ..])
            return Failed(403, "forbidden", "The caller does not have permission.");
        return request switch
        {
            { Method: "GET", Path.Count: 5 } => ServiceAnswer.Json(200, new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["kind"] = "dns#managedZonesListResponse",
                ["managedZones"] = Zones.Where(zone => Same(zone.Key, request.Query["dnsName"])).Select(zone => new
                {
                    name = Id(zone.Key),
                    id = "17",
                    dnsName = zone.Key + ".",
                    nameServers = zone.Value.Select(server => server + "."),
                    visibility = PrivateZones.Contains(zone.Key) ? "private" : "public",
                }),
            }),
            { Path: [_, _, _, _, _, var id, ..] } when Zone(id) is null => Failed(404, "notFound", $"The 'parameters.managedZone' resource named '{id}' does not exist."),
            { Method: "GET", Path: [_, _, _, _, _, var id, "rrsets"] } => ServiceAnswer.Json(200, new { rrsets = Sets(Zone(id)!, request.Query["name"]) }),
            { Method: "POST", Path: [_, _, _, _, _, var id, "changes"] } => Change(Zone(id)!, request.Json),
            _ => Failed(404, "notFound", "Not found."),
        };
    }

    /// <summary>The assertion must be signed by the account's key, for this service, and of this hour (RFC 7523 §3).</summary>
    private ServiceAnswer SignIn(string form)
    {
        var fields = form.Split('&').Select(field => field.Split('=')).ToDictionary(field => field[0], field => Uri.UnescapeDataString(field[1]), StringComparer.Ordinal);
        var parts = fields["assertion"].Split('.');
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
        var issued = DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("iat").GetInt64());
        var isGood = fields["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer"
            && _key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            && claims.GetProperty("iss").GetString() == Account
            && claims.GetProperty("aud").GetString() == new Uri(Endpoint, "token").AbsoluteUri
            && claims.GetProperty("scope").GetString() == "https://www.googleapis.com/auth/ndev.clouddns.readwrite"
            && claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64() <= 3600
            && (DateTimeOffset.UtcNow - issued).Duration() < TimeSpan.FromMinutes(5);
        return isGood
            ? ServiceAnswer.Json(200, new { access_token = Secret, expires_in = TokenSeconds, token_type = "Bearer" })
            : ServiceAnswer.Json(400, new { error = "invalid_grant", error_description = "Invalid JWT Signature." });
    }

    private ServiceAnswer Change(string zone, JsonElement change)
    {
        var before = Records.ToList();
        foreach (var set in change.GetProperty("deletions").EnumerateArray())
        {
            var (name, type, ttl, data) = Read(set);
            var there = Records.Where(record => record.Is(name, type)).ToList();
            if (there.Count == 0)
                return Failed(404, "notFound", $"The 'entity.change.deletions[0]' resource named '{name}. ({type})' does not exist.");
            if (there[0].Ttl != ttl || !there.Select(record => record.Content).SequenceEqual(data))
                return Failed(412, "conditionNotMet", "Precondition not met for 'entity.change.deletions[0]'");
            Records.RemoveAll(record => record.Is(name, type));
        }

        foreach (var set in change.GetProperty("additions").EnumerateArray())
        {
            var (name, type, ttl, data) = Read(set);
            var isAlias = Records.Exists(record => record.Is(name, "CNAME"));
            if (isAlias || Records.Exists(record => record.Is(name, type)))
            {
                Records.Clear();
                Records.AddRange(before);
                return isAlias
                    ? Failed(400, "cnameResourceRecordSetConflict", "The resource record set 'entity.change.additions[0]' is invalid because the DNS name has an alias.")
                    : Failed(409, "alreadyExists", $"The resource 'entity.change.additions[0]' named '{name}. ({type})' already exists");
            }

            foreach (var text in data)
                Keep(zone, name, type, text, ttl);
        }

        return ServiceAnswer.Json(200, new { kind = "dns#change", id = "1", status = "pending", startTime = "2026-01-31T12:00:00.000Z" });
    }

    private IEnumerable<object> Sets(string zone, string name) => Records.Where(record => record.Zone == zone && Same(record.Name, name)).GroupBy(record => record.Type)
        .Select(set => new { name = name.ToLowerInvariant(), type = set.Key, ttl = set.First().Ttl, rrdatas = set.Select(record => record.Content) });

    private static (string Name, string Type, int Ttl, string[] Data) Read(JsonElement set) => (
        set.GetProperty("name").GetString()!.TrimEnd('.'), set.GetProperty("type").GetString()!, set.GetProperty("ttl").GetInt32(),
        [.. set.GetProperty("rrdatas").EnumerateArray().Select(data => data.GetString()!)]);

    private static ServiceAnswer Failed(int status, string reason, string message) =>
        ServiceAnswer.Json(status, new { error = new { code = status, message, errors = new[] { new { domain = "global", reason, message } } } });

    private string? Zone(string id) => Zones.Keys.FirstOrDefault(zone => Id(zone) == id);

    private static string Id(string zone) => "zone-" + zone.Replace('.', '-').ToLowerInvariant();

    private static bool Same(string one, string other) => string.Equals(one.TrimEnd('.'), other.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}
