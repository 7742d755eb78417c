using System.Net.Http;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Azure.ResourceManager;

/// <summary>The few requests to Azure Resource Manager that publishing needs.</summary>
internal sealed class DnsZoneClient
{
    private const int NotFound = 404;
    private const string Provider = "Microsoft.Network";

    private static readonly (string Name, string Value)[] DnsVersion = [("api-version", "2018-05-01")];
    private static readonly (string Name, string Value)[] SubscriptionsVersion = [("api-version", "2022-12-01")];

    private readonly ApiClient _api;
    private readonly Uri _endpoint;

    public DnsZoneClient(AzureDnsOptions options)
    {
        _endpoint = ApiEndpoint.Check(options.Endpoint, nameof(options.Endpoint));
        _api = new ApiClient(
            new ApiService
            {
                Name = "Azure DNS",
                Endpoint = _endpoint,
                Fail = ApiError.ToDnsProvider,
                Authorize = new TokenAuthorization(options.Credential, _endpoint, "Azure DNS", ApiError.ToDnsProvider).AuthorizeAsync,
                Explain = static answer => answer.Find("error")?.TextOrNull("message") ?? answer.TextOrNull("message"),
                UnauthorizedRemedy = "Check the directory, the application and its secret or certificate; get a new token where one was given.",
                ForbiddenRemedy = "Give who asks the role DNS Zone Contributor on the zone.",
            },
            options.Http);
    }

    public string Description => _api.Description;

    public ApiErrors Errors => _api.Errors;

    /// <summary>The ids of the subscriptions that who asks may see.</summary>
    public Task<IReadOnlyList<string>> ListSubscriptionsAsync(string subject, CancellationToken cancellationToken) => ListAsync(
        ApiRequest.Get(subject, "subscriptions") with { Query = SubscriptionsVersion }, static item => item["subscriptionId"].Name(), cancellationToken);

    /// <summary>The public zones of a subscription, or of one of its groups.</summary>
    public Task<IReadOnlyList<DnsZone>> ListZonesAsync(string subscription, string? group, string subject, CancellationToken cancellationToken) => ListAsync(
        ApiRequest.Get(subject, group is null
            ? ["subscriptions", subscription, "providers", Provider, "dnsZones"]
            : ["subscriptions", subscription, "resourceGroups", group, "providers", Provider, "dnsZones"]) with
        { Query = DnsVersion },
        ReadZone, cancellationToken);

    /// <summary>The TXT records of a name; null where it has none.</summary>
    public async Task<TxtSet?> ReadTxtAsync(DnsZone zone, string recordName, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(zone, "TXT", recordName, cancellationToken).ConfigureAwait(false);
        return answer.IsNotFound ? null : _api.Read(answer, TxtSet.Read);
    }

    /// <summary>What a name is an alias of; null where it is none.</summary>
    public async Task<string?> ReadAliasAsync(DnsZone zone, string recordName, CancellationToken cancellationToken)
    {
        var answer = await ReadAsync(zone, "CNAME", recordName, cancellationToken).ConfigureAwait(false);
        return answer.IsNotFound
            ? null
            : _api.Read(answer, static json => json["properties"].Find("CNAMERecord")?["cname"].Name().TrimEnd('.') ?? json["properties"].Find("targetResource")?.TextOrNull("id") ?? "");
    }

    /// <summary>Whether the zone has given a name to other servers.</summary>
    public async Task<bool> IsDelegatedAsync(DnsZone zone, string name, CancellationToken cancellationToken) =>
        !(await ReadAsync(zone, "NS", name, cancellationToken).ConfigureAwait(false)).IsNotFound;

    /// <summary>Puts a set in the place of the version that was read, or of none.</summary>
    public Task WriteTxtAsync(DnsZone zone, string recordName, TxtSet set, CancellationToken cancellationToken) => _api.SendAsync(
        ApiRequest.Json("PUT", recordName, set.Write, PathOf(zone, "TXT", recordName)) with
        {
            Query = DnsVersion,
            Headers = [set.ETag is null ? ("If-None-Match", "*") : ("If-Match", set.ETag)],
        },
        cancellationToken);

    /// <summary>Deletes the version that was read.</summary>
    public Task DeleteTxtAsync(DnsZone zone, string recordName, string etag, CancellationToken cancellationToken) => _api.SendAsync(
        new ApiRequest { Method = HttpMethod.Delete, Path = PathOf(zone, "TXT", recordName), Subject = recordName, Query = DnsVersion, Headers = [("If-Match", etag)] },
        cancellationToken);

    private static string[] PathOf(DnsZone zone, string type, string recordName) => [.. zone.Path, type, zone.RelativeName(recordName)];

    private static DnsZone ReadZone(ApiJson item)
    {
        var path = item["id"].Name().Split(['/'], StringSplitOptions.RemoveEmptyEntries);

        // /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/dnszones/example.com
        if (path.Length != 8 || !string.Equals(path[6], "dnszones", StringComparison.OrdinalIgnoreCase))
            throw new ApiJsonException("has an id that is not that of a zone");
        return new DnsZone
        {
            Name = item["name"].Name().TrimEnd('.').ToLowerInvariant(),
            Path = path,
            NameServers = [.. (item["properties"].Find("nameServers")?.Items() ?? []).Select(server => server.Name().TrimEnd('.'))],
        };
    }

    private Task<ApiAnswer> ReadAsync(DnsZone zone, string type, string recordName, CancellationToken cancellationToken) =>
        _api.SendAsync(ApiRequest.Get(recordName, PathOf(zone, type, recordName)) with { Query = DnsVersion, Expected = [NotFound] }, cancellationToken);

    private Task<IReadOnlyList<T>> ListAsync<T>(ApiRequest first, Func<ApiJson, T> read, CancellationToken cancellationToken) => _api.ReadPagesAsync(
        first,
        Follow,
        page => new Page<T>([.. page["value"].Items().Select(read)], page.Find("nextLink")?.Text() is { Length: > 0 } link ? link : null),
        cancellationToken);

    // A link is followed only where it leads to the same service: the token goes with it.
    private ApiRequest Follow(ApiRequest first, string link)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out var next) || !_endpoint.IsBaseOf(next))
            throw Errors.Malformed(first, "leads for the rest of a list to another place");
        var path = next.AbsolutePath.Substring(_endpoint.AbsolutePath.Length).Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        var query = next.Query.TrimStart('?').Split(['&'], StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(['='], 2));
        return first with
        {
            Path = [.. path.Select(Uri.UnescapeDataString)],
            Query = [.. query.Select(pair => (Uri.UnescapeDataString(pair[0]), pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : ""))],
        };
    }
}
