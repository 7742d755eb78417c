using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Hosts;

/// <summary>The worker at Cloudflare that serves the policies of domains whose zones are in the same account.</summary>
public sealed record CloudflareWorkerHostOptions
{
    /// <summary>The id of the account: 32 hexadecimal digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>An API token with the permissions <c>Account / Workers Scripts / Edit</c>, <c>Zone / Workers Routes / Edit</c> and <c>Zone / Zone / Read</c>.</summary>
    public required ProviderSecret ApiToken { get; init; }

    /// <summary>The name of the worker; it is made where there is none, and serves nothing but policies.</summary>
    public string ScriptName { get; init; } = "mta-sts";

    /// <summary>The address of the API.</summary>
    public Uri Endpoint { get; init; } = new("https://api.cloudflare.com/client/v4/");

    /// <summary>Time limits and repetitions.</summary>
    public HttpApiOptions Api { get; init; } = new();

    /// <summary>The least time between a change and the look whether somebody overwrote it.</summary>
    internal TimeSpan SettlingTime { get; init; } = TimeSpan.FromMilliseconds(500);
}
