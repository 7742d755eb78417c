using System.Text.Json;
using System.Text.RegularExpressions;

namespace MtaStsTools.Doubles.Hosts;

/// <summary>Workers, their scripts and custom domains of the Cloudflare API, version 4.</summary>
public sealed partial class CloudflareWorkerDouble : ServiceDouble
{
    public const string Account = "0123456789abcdef0123456789abcdef";

    /// <summary>The token that the service knows.</summary>
    public string Secret { get; } = "cf-token-" + Guid.NewGuid().ToString("N");

    /// <summary>The scripts by the names of their workers.</summary>
    public Dictionary<string, string> Scripts { get; } = new(StringComparer.Ordinal);

    /// <summary>The workers by the host names that they have.</summary>
    public Dictionary<string, string> Domains { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The account's zones.</summary>
    public HashSet<string> Zones { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string? Read(string name) => Alone(() => Scripts.GetValueOrDefault(name));

    /// <summary>Uploads as somebody else would.</summary>
    public void Write(string name, string script) => Alone(() => Scripts[name] = script);

    protected override ServiceAnswer Answer(ServiceRequest request)
    {
        if (!request.Headers.TryGetValue("Authorization", out var header) || header != "Bearer " + Secret)
            return Failed(401, 1000, "Invalid API Token");
        return request switch
        {
            { Method: "GET", Path: ["zones"] } => Ok(Zones.Where(zone => string.Equals(zone, request.Query["name"], StringComparison.OrdinalIgnoreCase)).Select(zone => new { id = Id(zone), name = zone })),
            { Path: not ["accounts", Account, "workers", ..] } => Failed(404, 7003, "Could not route to the path, perhaps your object identifier is invalid?"),
            { Method: "GET", Path: [_, _, _, "scripts", var name, "content", "v2"] } => Scripts.TryGetValue(name, out var script) ? Form(script) : Failed(404, 10007, "This Worker does not exist on your account."),
            { Method: "PUT", Path: [_, _, _, "scripts", var name] } => Upload(name, request),
            { Method: "GET", Path: [_, _, _, "domains"] } => Ok(Domains.Where(domain => string.Equals(domain.Key, request.Query["hostname"], StringComparison.OrdinalIgnoreCase)).Select(domain => new
            {
                id = Id(domain.Key),
                hostname = domain.Key,
                service = domain.Value,
                environment = "production",
                zone_id = "1",
                zone_name = "x",
            })),
            { Method: "PUT", Path: [_, _, _, "domains"] } => Attach(request.Json),
            _ => Failed(404, 7000, "No route for that URI"),
        };
    }

    /// <summary>A module must be named by the metadata, and be there under that name.</summary>
    private ServiceAnswer Upload(string name, ServiceRequest request)
    {
        var boundary = Boundary().Match(request.Headers["Content-Type"]).Groups["boundary"].Value;
        var parts = request.Body.Split("--" + boundary)[1..^1].Select(part => part.Split("\r\n\r\n", 2)).ToDictionary(part => PartName().Match(part[0]).Groups["name"].Value, part => (Head: part[0], Text: part[1][..^2]), StringComparer.Ordinal);
        var metadata = JsonDocument.Parse(parts["metadata"].Text).RootElement;
        var module = metadata.GetProperty("main_module").GetString()!;
        if (!parts.TryGetValue(module, out var script) || !script.Head.Contains("application/javascript+module", StringComparison.Ordinal))
            return Failed(400, 10021, $"No such module \"{module}\".");
        Scripts[name] = script.Text;
        return Ok(new { id = name, etag = "0", compatibility_date = metadata.GetProperty("compatibility_date").GetString() });
    }

    private ServiceAnswer Attach(JsonElement domain)
    {
        var host = domain.GetProperty("hostname").GetString()!;
        if (!Zones.Any(zone => Id(zone) == domain.GetProperty("zone_id").GetString() && host.EndsWith("." + zone, StringComparison.OrdinalIgnoreCase)))
            return Failed(400, 100116, "Zone does not exist.");
        Domains[host] = domain.GetProperty("service").GetString()!;
        return Ok(new { id = Id(host), hostname = host, service = Domains[host] });
    }

    private static ServiceAnswer Form(string script) => ServiceAnswer.Text(
        200, $"--b0undary\r\nContent-Disposition: form-data; name=\"worker.js\"; filename=\"worker.js\"\r\nContent-Type: application/javascript+module\r\n\r\n{script}\r\n--b0undary--\r\n", "multipart/form-data; boundary=b0undary");

    private static ServiceAnswer Ok(object result) => ServiceAnswer.Json(200, new { success = true, errors = Array.Empty<object>(), messages = Array.Empty<object>(), result });

    private static ServiceAnswer Failed(int status, int code, string message) => ServiceAnswer.Json(status, new { success = false, errors = new[] { new { code, message } }, result = (object?)null });

    private static string Id(string name) => Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(name));

    [GeneratedRegex("boundary=\"?(?<boundary>[^\";]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex("name=\"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PartName();
}
