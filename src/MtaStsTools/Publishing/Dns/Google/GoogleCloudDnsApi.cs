using System.Collections.Concurrent;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns.Google;

/// <summary>The calls of the Cloud DNS API that are made, one method each.</summary>
internal sealed class GoogleCloudDnsApi
{
    private readonly string[] _zones;

    /// <exception cref="ArgumentException">What is given does not say who asks, or for which project.</exception>
    public GoogleCloudDnsApi(GoogleCloudDnsOptions options)
    {
        if (options.ServiceAccountKey is null == options.AccessToken is null)
            throw new ArgumentException("Give the key of a service account or an access token, and not both.", nameof(options));
        var account = options.ServiceAccountKey is { } key ? GoogleServiceAccount.Read(key, nameof(options.ServiceAccountKey)) : null;
        var project = options.Project ?? account?.Project;
        if (string.IsNullOrWhiteSpace(project))
            throw new ArgumentException("Name the project: neither the options nor a key file do.", nameof(options));
        _zones = ["dns", "v1", "projects", project!, "managedZones"];

        var secrets = new ConcurrentQueue<ProviderSecret>();
        if ((options.AccessToken ?? account?.PrivateKey) is { } secret)
            secrets.Enqueue(secret);
        var given = options.AccessToken?.ForHeader(nameof(options.AccessToken));
        var signIn = account is null ? null : new GoogleSignIn(account, options.Api, secrets.Enqueue);
        Client = new ApiClient(
            new ApiService
            {
                Name = "Google Cloud DNS",
                Endpoint = ApiEndpoint.Check(options.Endpoint, nameof(options.Endpoint)),
                Fail = ApiError.ToDnsProvider,
                Secrets = secrets,
                Authorize = async (message, _, cancellationToken) =>
                    message.Headers.TryAddWithoutValidation("Authorization", "Bearer " + (given ?? await signIn!.GetTokenAsync(cancellationToken).ConfigureAwait(false))),
                Explain = static answer => answer.Find("error")?.TextOrNull("message"),
                Meaning = static (status, body) => ApiJson.ReadOr(body, answer => StatusOf(status, answer), status),
                UnauthorizedRemedy = "Check the service account's key, or give a new access token: one lives for an hour.",
                ForbiddenRemedy = "Give the account the role roles/dns.admin in the project, and enable the Cloud DNS API there.",
            },
            options.Api);
    }

    public ApiClient Client { get; }

    public async Task<GoogleZone?> FindZoneAsync(string name, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get(name, _zones) with { Query = [("dnsName", GoogleName(name))] };
        var zones = (await Client.ReadPagesAsync(request, NextPage, answer => ReadPage(answer, "managedZones", GoogleZone.Read), cancellationToken).ConfigureAwait(false))
            .Where(zone => zone.IsPublic && string.Equals(zone.Name, name.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)).ToList();
        return zones.Count < 2
            ? zones.Find(zone => zone.IsPublic)
            : throw Client.Errors.Create(name, ProviderErrorKind.InvalidRequest, "has several public zones of this name, of which only one is delegated.", "Delete those that are not.");
    }

    /// <summary>The record sets of one name.</summary>
    public Task<IReadOnlyList<GoogleRecordSet>> ReadNameAsync(GoogleZone zone, string name, CancellationToken cancellationToken) => Client.ReadPagesAsync(
        ApiRequest.Get(name, [.. _zones, zone.Id, "rrsets"]) with { Query = [("name", GoogleName(name))] },
        NextPage,
        answer => ReadPage(answer, "rrsets", GoogleRecordSet.Read),
        cancellationToken);

    /// <summary>Takes away a set, which must be there exactly so, and adds one, which must not be there; both or neither.</summary>
    public Task ChangeAsync(GoogleZone zone, string name, GoogleRecordSet? delete, GoogleRecordSet? add, CancellationToken cancellationToken) => Client.SendAsync(
        ApiRequest.Json("POST", name, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("deletions");
            delete?.Write(json);
            json.WriteEndArray();
            json.WriteStartArray("additions");
            add?.Write(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }, [.. _zones, zone.Id, "changes"]),
        cancellationToken);

    public static string GoogleName(string name) => name.TrimEnd('.').ToLowerInvariant() + ".";

    private static ApiRequest NextPage(ApiRequest first, string page) => first with { Query = [.. first.Query, ("pageToken", page)] };

    private static Page<T> ReadPage<T>(ApiJson answer, string list, Func<ApiJson, T> read) => new([.. answer.Find(list)?.Items().Select(read) ?? []], answer.Find("nextPageToken")?.Text());

    /// <summary>Too many requests come as 403, and a deletion of what is no longer there, or an addition beside an alias, not as the conflicts that they are.</summary>
    private static int StatusOf(int status, ApiJson answer)
    {
        if (answer.Find("error") is not { } error)
            return status;
        var reason = error.Find("errors") is { } errors && errors.Items() is [var first, ..] ? first.TextOrNull("reason") : null;
        return (status, reason) switch
        {
            (403, "rateLimitExceeded" or "userRateLimitExceeded" or "quotaExceeded") => 429,
            (400, "cnameResourceRecordSetConflict") => 409,
            (404, _) when error.TextOrNull("message")?.Contains("entity.change.") == true => 409,
            _ => status,
        };
    }
}
