using System.Net.Http;
using MtaStsTools.Aws.Signing;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Aws.Route53;

/// <summary>The few requests to the service that publishing needs (API of 2013-04-01).</summary>
internal sealed class Route53Client
{
    private const string Version = "2013-04-01";

    // A name has some ten types at most; each may come in several sets with a routing policy.
    private const string SetsOfAName = "100";
    private const int MaxPages = 100;

    private readonly ApiClient _api;

    public Route53Client(Route53Options options)
    {
        var signer = new AwsAuthorization(options.Credentials, new RequestSigner(options.Region, "route53"), options.Http.TimeProvider, "Route 53", ApiError.ToDnsProvider);
        _api = new ApiClient(
            new ApiService
            {
                Name = "Route 53",
                Endpoint = ApiEndpoint.Check(options.Endpoint, nameof(options.Endpoint)),
                Fail = ApiError.ToDnsProvider,
                Authorize = signer.AuthorizeAsync,
                Meaning = AwsErrorCodes.Meaning,
                ExplainBody = AwsErrorCodes.Explain,
                UnauthorizedRemedy = "Check the access key and its secret, get new ones where they were temporary, and set the clock of this machine.",
                ForbiddenRemedy = "Let who asks do route53:ListHostedZones, route53:GetHostedZone, route53:ListResourceRecordSets, route53:ChangeResourceRecordSets and route53:GetChange.",
            },
            options.Http);
    }

    public string Description => _api.Description;

    public ApiErrors Errors => _api.Errors;

    /// <summary>Every zone of the account.</summary>
    public async Task<IReadOnlyList<Route53Zone>> ListZonesAsync(string subject, CancellationToken cancellationToken)
    {
        var zones = new List<Route53Zone>();
        string? marker = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var request = ApiRequest.Get(subject, Version, "hostedzone") with { Query = marker is null ? [("maxitems", "100")] : [("maxitems", "100"), ("marker", marker)] };
            var part = await SendAsync(request, Route53Xml.ReadZones, cancellationToken).ConfigureAwait(false);
            zones.AddRange(part.Items);
            if (part.Next is null || part.Next == marker)
                return zones;
            marker = part.Next;
        }

        throw Errors.Create(ApiRequest.Get(subject, Version, "hostedzone"), ProviderErrorKind.InvalidRequest, "lists more zones than are looked through.", "Give the id of the zone.");
    }

    /// <summary>One zone, with its name servers.</summary>
    public Task<Route53Zone> GetZoneAsync(string id, string subject, CancellationToken cancellationToken) =>
        SendAsync(ApiRequest.Get(subject, Version, "hostedzone", id), Route53Xml.ReadZone, cancellationToken);

    /// <summary>All sets of one name.</summary>
    public async Task<IReadOnlyList<Route53RecordSet>> ReadNameAsync(string zoneId, string name, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get(name, Version, "hostedzone", zoneId, "rrset") with { Query = [("name", name + "."), ("maxitems", SetsOfAName)] };
        var (sets, isTruncated) = await SendAsync(request, Route53Xml.ReadRecordSets, cancellationToken).ConfigureAwait(false);

        // They come in the order of names, beginning with this one where it exists.
        IReadOnlyList<Route53RecordSet> own = [.. sets.Where(set => string.Equals(set.Name, name, StringComparison.OrdinalIgnoreCase))];
        return isTruncated && own.Count == sets.Count
            ? throw Errors.Create(request, ProviderErrorKind.InvalidRequest, "has more sets of records at the name than are looked through.", "Replace them by one simple record: senders everywhere must get the same.")
            : own;
    }

    /// <summary>Makes a change; gives its id.</summary>
    public async Task<string> ChangeAsync(string zoneId, string recordName, byte[] change, CancellationToken cancellationToken)
    {
        var request = new ApiRequest
        {
            Method = HttpMethod.Post,
            Path = [Version, "hostedzone", zoneId, "rrset"],
            Subject = recordName,
            Body = change,
            MediaType = "application/xml",
        };
        return (await SendAsync(request, Route53Xml.ReadChange, cancellationToken).ConfigureAwait(false)).Id;
    }

    /// <summary>Whether all name servers have a change.</summary>
    public async Task<bool> IsInSyncAsync(string changeId, string subject, CancellationToken cancellationToken) =>
        (await SendAsync(ApiRequest.Get(subject, Version, "change", changeId), Route53Xml.ReadChange, cancellationToken).ConfigureAwait(false)).IsInSync;

    private async Task<T> SendAsync<T>(ApiRequest request, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken)
    {
        var answer = await _api.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            return read(answer.Body);
        }
        catch (FormatException exception)
        {
            throw Errors.Malformed(request, exception.Message, answer);
        }
    }
}
