using System.Text;
using System.Text.Json;
using MtaStsTools.Publishing.Dns.Rest;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns.Infoblox;

/// <summary>The calls of the Infoblox web API that are made, one method each.</summary>
internal sealed class InfobloxApi
{
    private const string Reference = "record:txt/";

    private readonly string _version;
    private readonly string _view;

    /// <exception cref="ArgumentException">The endpoint is not acceptable, or the user name cannot be sent.</exception>
    public InfobloxApi(InfobloxOptions options)
    {
        if (options.UserName.Length == 0 || options.UserName.Any(character => character == ':' || char.IsControl(character)))
            throw new ArgumentException("The user name is empty, or has a colon or a control character, which basic authentication cannot send (RFC 7617 §2).", nameof(options));
        (_version, _view) = ("v" + options.WapiVersion, options.View);
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.UserName}:{options.Password.Reveal()}"));
        Client = new ApiClient(
            new ApiService
            {
                Name = "Infoblox",
                Endpoint = ApiEndpoint.Check(options.Endpoint, nameof(options.Endpoint)),
                Fail = ApiError.ToDnsProvider,
                Secrets = [options.Password, ProviderSecret.FromText(basic)],
                Authorize = (message, _, _) =>
                {
                    message.Headers.TryAddWithoutValidation("Authorization", "Basic " + basic);
                    return Task.CompletedTask;
                },
                Explain = static answer => answer.TextOrNull("text") ?? answer.TextOrNull("Error"),
                UnauthorizedRemedy = "Check the user name and the password.",
                ForbiddenRemedy = "Let the administrator use the API, and write TXT records in this zone.",
            },
            options.Api);
    }

    public ApiClient Client { get; }

    public async Task<InfobloxZone?> FindZoneAsync(string name, CancellationToken cancellationToken)
    {
        var zones = await FindAsync("zone_auth", name, [("fqdn", Name(name))], "fqdn", zone => zone["fqdn"].Name(), cancellationToken).ConfigureAwait(false);
        return zones.Any(zone => string.Equals(zone, Name(name), StringComparison.OrdinalIgnoreCase)) ? new InfobloxZone(name) : null;
    }

    public async Task<bool> IsDelegatedAsync(string name, CancellationToken cancellationToken) =>
        (await FindAsync("zone_delegated", name, [("fqdn", Name(name))], "fqdn", zone => zone["fqdn"].Name(), cancellationToken).ConfigureAwait(false)).Count > 0
        || (await ReadNameServersAsync(name, cancellationToken).ConfigureAwait(false)).Count > 0;

    public Task<IReadOnlyList<string>> ReadNameServersAsync(string name, CancellationToken cancellationToken) =>
        FindAsync("record:ns", name, [("name", Name(name))], "name,nameserver", record => record["nameserver"].Name().TrimEnd('.'), cancellationToken);

    public async Task<ServiceRecords> ReadNameAsync(string name, CancellationToken cancellationToken)
    {
        var texts = await FindAsync("record:txt", name, [("name", Name(name))], "name,text,ttl,use_ttl", record => ReadText(record, name), cancellationToken).ConfigureAwait(false);
        var aliases = await FindAsync("record:cname", name, [("name", Name(name))], "name,canonical", record => record["canonical"].Name(), cancellationToken).ConfigureAwait(false);
        return new ServiceRecords(name, texts, aliases is [var alias, ..] ? alias : null);
    }

    public Task AddAsync(string name, TxtValue value, TimeSpan ttl, CancellationToken cancellationToken) => Client.SendAsync(
        ApiRequest.Json("POST", name, json =>
        {
            json.WriteStartObject();
            json.WriteString("name", Name(name));
            json.WriteString("view", _view);
            json.WriteString("text", MasterFileTxt.Format(value));
            WriteTtl(json, ttl);
            json.WriteEndObject();
        }, "wapi", _version, "record:txt"),
        cancellationToken);

    public Task SetTtlAsync(string name, string reference, TimeSpan ttl, CancellationToken cancellationToken) => Client.SendAsync(
        ApiRequest.Json("PUT", name, json =>
        {
            json.WriteStartObject();
            WriteTtl(json, ttl);
            json.WriteEndObject();
        }, ["wapi", _version, .. reference.Split('/')]),
        cancellationToken);

    public Task DeleteAsync(string name, string reference, CancellationToken cancellationToken) => Client.SendAsync(
        new ApiRequest { Method = HttpMethod.Delete, Path = ["wapi", _version, .. reference.Split('/')], Subject = name }, cancellationToken);

    private static void WriteTtl(Utf8JsonWriter json, TimeSpan ttl)
    {
        json.WriteNumber("ttl", (long)ttl.TotalSeconds);
        json.WriteBoolean("use_ttl", true);
    }

    private static string Name(string name) => name.TrimEnd('.').ToLowerInvariant();

    private ServiceRecord ReadText(ApiJson record, string name)
    {
        var reference = record["_ref"].Text();

        // What is deleted by it must be a TXT record, and nothing else.
        if (!reference.StartsWith(Reference, StringComparison.Ordinal) || reference.Length > 1000 || reference.Split('/').Any(segment => segment.Trim('.').Length == 0))
            throw new ApiJsonException("has a reference that is not that of a TXT record");
        var ttl = record.Find("use_ttl")?.Flag() == true ? TimeSpan.FromSeconds(record["ttl"].Whole()) : default(TimeSpan?);
        return new ServiceRecord(reference, MasterFileTxt.TryParse(record["text"].Text()) ?? throw Client.Errors.Unreadable(name), ttl);
    }

    private async Task<IReadOnlyList<T>> FindAsync<T>(
        string type, string subject, IReadOnlyList<(string Name, string Value)> search, string fields, Func<ApiJson, T> read, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get(subject, "wapi", _version, type) with { Query = [.. search, ("view", _view), ("_return_fields", fields)] };
        return await Client.SendAsync(request, answer => answer.Items().Select(read).ToList(), cancellationToken).ConfigureAwait(false);
    }
}
