using System.Globalization;
using System.Text.Json;

namespace MtaStsTools.Doubles.Dns;

/// <summary>Zones and records of the Cloudflare API, version 4, with its batches.</summary>
public sealed class CloudflareDnsDouble : DnsServiceDouble
{
    /// <summary>How many records a page has at most.</summary>
    public int PageSize { get; set; } = 100;

    public override string ToTarget(string name) => name;

    protected override ServiceAnswer Answer(ServiceRequest request)
    {
        if (!request.Headers.TryGetValue("Authorization", out var header) || header != "Bearer " + Secret)
            return Failed(403, 10000, "Authentication error");
        return request switch
        {
            { Method: "GET", Path: ["zones"] } => Page(request, [.. Zones.Where(zone => Same(zone.Key, request.Query["name"])).Select(zone => new
            {
                id = Id(zone.Key), name = zone.Key, status = "active", name_servers = zone.Value, paused = false, type = "full",
            })]),
            { Path: ["zones", var id, "dns_records", ..] } when Zone(id) is null => Failed(404, 7003, $"Could not route to /zones/{id}/dns_records, perhaps your object identifier is invalid?"),
            { Method: "GET", Path: ["zones", var id, "dns_records"] } => Page(request, [.. Records
                .Where(record => record.Zone == Zone(id) && (!request.Query.TryGetValue("name.exact", out var name) || Same(record.Name, name))).Select(Show)]),
            { Method: "POST", Path: ["zones", var id, "dns_records", "batch"] } => Batch(Zone(id)!, request.Json),
            _ => Failed(404, 7000, "No route for that URI"),
        };
    }

    private ServiceAnswer Batch(string zone, JsonElement batch)
    {
        var before = Records.ToList();
        var deletes = batch.GetProperty("deletes").EnumerateArray().Select(delete => delete.GetProperty("id").GetString()!).ToList();
        if (deletes.Exists(id => Records.RemoveAll(record => record.Zone == zone && record.Id == id) == 0))
            return Undo(before, 81044, "Record does not exist.");
        var posts = new List<object>();
        foreach (var post in batch.GetProperty("posts").EnumerateArray())
        {
            var name = post.GetProperty("name").GetString()!;
            var content = post.GetProperty("content").GetString()!;
            if (Records.Exists(record => record.Is(name, "CNAME")))
                return Undo(before, 81054, "A CNAME record with that host already exists.");
            if (Records.Exists(record => record.Is(name, "TXT") && record.Content == content))
                return Undo(before, 81058, "An identical record already exists.");
            var ttl = post.GetProperty("ttl").GetInt32();
            if (ttl is not 1 and (< 60 or > 86400))
                return Undo(before, 9021, "Invalid TTL. Must be between 60 and 86400 seconds, or 1 for Automatic.");
            posts.Add(Show(Keep(zone, name, "TXT", content, ttl, comment: post.TryGetProperty("comment", out var comment) ? comment.GetString() : null)));
        }

        return ServiceAnswer.Json(200, new { success = true, errors = Array.Empty<object>(), messages = Array.Empty<object>(), result = new { deletes, posts } });
    }

    private ServiceAnswer Undo(List<DoubleRecord> before, int code, string message)
    {
        Records.Clear();
        Records.AddRange(before);
        return Failed(400, code, message);
    }

    private ServiceAnswer Page(ServiceRequest request, object[] all)
    {
        var number = request.Query.TryGetValue("page", out var page) ? int.Parse(page, CultureInfo.InvariantCulture) : 1;
        return ServiceAnswer.Json(200, new
        {
            success = true,
            errors = Array.Empty<object>(),
            messages = Array.Empty<object>(),
            result = all.Skip((number - 1) * PageSize).Take(PageSize),
            result_info = new { page = number, per_page = PageSize, count = Math.Min(PageSize, all.Length), total_count = all.Length, total_pages = (all.Length + PageSize - 1) / PageSize },
        });
    }

    private static object Show(DoubleRecord record) => new
    {
        id = record.Id,
        name = record.Name,
        type = record.Type,
        content = record.Content,
        ttl = record.Ttl,
        comment = record.Comment,
        proxied = false,
        tags = Array.Empty<string>(),
    };

    private static ServiceAnswer Failed(int status, int code, string message) =>
        ServiceAnswer.Json(status, new { success = false, errors = new[] { new { code, message } }, messages = Array.Empty<object>(), result = (object?)null });

    private string? Zone(string id) => Zones.Keys.FirstOrDefault(zone => Id(zone) == id);

    private static string Id(string zone) => Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(zone.PadRight(16)[..16]));

    private static bool Same(string one, string other) => string.Equals(one.TrimEnd('.'), other.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}
