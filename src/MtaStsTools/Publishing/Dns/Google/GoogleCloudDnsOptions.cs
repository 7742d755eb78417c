using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns;

/// <summary>The project at Google Cloud whose zones are changed, and who asks: a service account, or whoever has the access token.</summary>
public sealed record GoogleCloudDnsOptions
{
    /// <summary>The project's id; null: that of the service account.</summary>
    public string? Project { get; init; }

    /// <summary>The key file of a service account with the role <c>roles/dns.admin</c>: its JSON text. Null where an access token is given.</summary>
    public ProviderSecret? ServiceAccountKey { get; init; }

    /// <summary>An access token for the scope <c>ndev.clouddns.readwrite</c>, as <c>gcloud auth print-access-token</c> prints it. Null where a key is given.</summary>
    public ProviderSecret? AccessToken { get; init; }

    /// <summary>The address of the API.</summary>
    public Uri Endpoint { get; init; } = new("https://dns.googleapis.com/");

    /// <summary>Time limits and repetitions.</summary>
    public HttpApiOptions Api { get; init; } = new();
}
