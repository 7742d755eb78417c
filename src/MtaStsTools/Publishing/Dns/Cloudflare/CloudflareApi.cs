using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns.Cloudflare;

/// <summary>The calls of the Cloudflare API about zones and records that are made, one method each.</summary>
internal sealed class CloudflareApi
{
    private const string PageSize = "100";

    public CloudflareApi(CloudflareDnsOptions options) => Client = new ApiClient(
        CloudflareService.Create(options.Endpoint, options.ApiToken, ApiError.ToDnsProvider, "Zone / Zone / Read and Zone / DNS / Edit for this zone"), options.Api);

    public ApiClient Client { get; }

    public async Task<CloudflareDnsZone?> FindZoneAsync(string name, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get(name, "zones") with { Query = [("name", name.ToLowerInvariant()), ("per_page", "50")] };
        var zones = await Client.SendAsync(request, answer => answer["result"].Items().Select(CloudflareDnsZone.Read).ToList(), cancellationToken).ConfigureAwait(false);
        return zones.Where(zone => string.Equals(zone.Name, name, StringComparison.OrdinalIgnoreCase)).OrderByDescending(zone => zone.IsActive).FirstOrDefault();
    }

    /// <summary>The records of one name.</summary>
    public async Task<IReadOnlyList<CloudflareRecord>> ReadNameAsync(CloudflareDnsZone zone, string name, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get(name, "zones", zone.Id, "dns_records") with { Query = [("name.exact", name.ToLowerInvariant()), ("per_page", PageSize), ("page", "1")] };
        var records = await Client.ReadPagesAsync(
            request,
            (first, page) => first with { Query = [.. first.Query.Where(pair => pair.Name != "page"), ("page", page)] },
            answer => new Page<CloudflareRecord>([.. answer["result"].Items().Select(CloudflareRecord.Read)], CloudflareService.NextPage(answer)),
            cancellationToken).ConfigureAwait(false);
        return [.. records.Where(record => string.Equals(record.Name, name.TrimEnd('.'), StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>Deletes records and adds TXT records as one transaction.</summary>
    public Task ChangeAsync(
        CloudflareDnsZone zone, string name, IReadOnlyList<string> delete, IReadOnlyList<TxtValue> add, TimeSpan ttl, string? comment, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Json("POST", name, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("deletes");
            foreach (var id in delete)
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("posts");
            foreach (var value in add)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("type", "TXT");
                json.WriteString("content", MasterFileTxt.Format(value));
                json.WriteNumber("ttl", (long)ttl.TotalSeconds);
                if (comment is not null)
                    json.WriteString("comment", comment);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }, "zones", zone.Id, "dns_records", "batch");
        return Client.SendAsync(request, cancellationToken);
    }
}
