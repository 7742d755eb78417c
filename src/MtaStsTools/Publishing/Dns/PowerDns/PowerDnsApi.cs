using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns.PowerDns;

/// <summary>The calls of the PowerDNS API that are made, one method each.</summary>
internal sealed class PowerDnsApi
{
    private readonly string[] _server;

    public PowerDnsApi(PowerDnsOptions options)
    {
        _server = ["api", "v1", "servers", options.ServerId];
        var key = options.ApiKey.ForHeader(nameof(options.ApiKey));
        Client = new ApiClient(
            new ApiService
            {
                Name = "PowerDNS",
                Endpoint = ApiEndpoint.Check(options.Endpoint, nameof(options.Endpoint)),
                Fail = ApiError.ToDnsProvider,
                Secrets = [options.ApiKey],
                Authorize = (message, _, _) =>
                {
                    message.Headers.TryAddWithoutValidation("X-API-Key", key);
                    return Task.CompletedTask;
                },
                Explain = static answer => answer.TextOrNull("error"),
                UnauthorizedRemedy = "Check the API key against api-key in pdns.conf.",
                ForbiddenRemedy = "Look at webserver-allow-from in pdns.conf and at what a proxy before the server permits.",
            },
            options.Api);
    }

    public ApiClient Client { get; }

    public async Task<PowerDnsZone?> FindZoneAsync(string name, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get(name, [.. _server, "zones"]) with { Query = [("zone", PowerDnsName.Of(name))] };
        var zones = await Client.SendAsync(request, answer => answer.Items().Select(PowerDnsZone.Read).ToList(), cancellationToken).ConfigureAwait(false);
        return zones.Find(zone => string.Equals(zone.Name, name.TrimEnd('.'), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The record sets of one name, without disabled records, which some versions leave out here.</summary>
    public Task<IReadOnlyList<PowerDnsRecordSet>> ReadNameAsync(PowerDnsZone zone, string name, CancellationToken cancellationToken) =>
        ReadAsync(Zone(zone, name) with { Query = [("rrset_name", PowerDnsName.Of(name))] }, name, cancellationToken);

    /// <summary>The record sets of one name with its disabled records. Only the whole zone shows those in every version, and a replacement that left them out would delete them.</summary>
    public Task<IReadOnlyList<PowerDnsRecordSet>> ReadWholeAsync(PowerDnsZone zone, string name, CancellationToken cancellationToken) =>
        ReadAsync(Zone(zone, name), name, cancellationToken);

    public Task ReplaceAsync(PowerDnsZone zone, RecordChange change, IEnumerable<PowerDnsRecord> disabled, CancellationToken cancellationToken)
    {
        PowerDnsRecord[] records = [.. change.Result.Select(value => new PowerDnsRecord(MasterFileTxt.Format(value), false)), .. disabled];
        var request = ApiRequest.Json("PATCH", change.RecordName, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("rrsets");
            json.WriteStartObject();
            json.WriteString("name", PowerDnsName.Of(change.RecordName));
            json.WriteString("type", "TXT");
            json.WriteString("changetype", records.Length > 0 ? "REPLACE" : "DELETE");
            if (records.Length > 0)
            {
                json.WriteNumber("ttl", (long)change.Ttl.TotalSeconds);
                json.WriteStartArray("records");
                foreach (var record in records)
                {
                    json.WriteStartObject();
                    json.WriteString("content", record.Content);
                    json.WriteBoolean("disabled", record.IsDisabled);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }, [.. _server, "zones", zone.Id]);
        return Client.SendAsync(request, cancellationToken);
    }

    private ApiRequest Zone(PowerDnsZone zone, string subject) => ApiRequest.Get(subject, [.. _server, "zones", zone.Id]);

    private async Task<IReadOnlyList<PowerDnsRecordSet>> ReadAsync(ApiRequest request, string name, CancellationToken cancellationToken) => await Client.SendAsync(
        request,
        answer => answer["rrsets"].Items().Where(set => string.Equals(set["name"].Text().TrimEnd('.'), name.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)).Select(PowerDnsRecordSet.Read).ToList(),
        cancellationToken).ConfigureAwait(false);
}
