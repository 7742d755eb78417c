using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns;

/// <summary>The account at Cloudflare whose zones are changed.</summary>
public sealed record CloudflareDnsOptions
{
    /// <summary>An API token with the permissions <c>Zone / Zone / Read</c> and <c>Zone / DNS / Edit</c> for the zones.</summary>
    public required ProviderSecret ApiToken { get; init; }

    /// <summary>The address of the API.</summary>
    public Uri Endpoint { get; init; } = new("https://api.cloudflare.com/client/v4/");

    /// <summary>Time limits and repetitions.</summary>
    public HttpApiOptions Api { get; init; } = new();

    /// <summary>The least time between a change and the look whether somebody else made one.</summary>
    internal TimeSpan SettlingTime { get; init; } = Rest.UnguardedWrite.UsualPause;
}
