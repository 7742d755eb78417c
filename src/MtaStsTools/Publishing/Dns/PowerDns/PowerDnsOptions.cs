using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns;

/// <summary>Where the HTTP API of a PowerDNS Authoritative Server is, and the key that it wants.</summary>
public sealed record PowerDnsOptions
{
    /// <summary>The address before <c>/api/v1</c>: <c>https://dns.example.com/</c>. Plain http is taken for this machine alone, so from elsewhere a proxy with TLS stands before it.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The API key (<c>api-key</c> in <c>pdns.conf</c>).</summary>
    public required ProviderSecret ApiKey { get; init; }

    /// <summary>The server, as the API names it.</summary>
    public string ServerId { get; init; } = "localhost";

    /// <summary>Time limits and repetitions.</summary>
    public HttpApiOptions Api { get; init; } = new();

    /// <summary>The least time between a change and the look whether somebody overwrote it.</summary>
    internal TimeSpan SettlingTime { get; init; } = Rest.UnguardedWrite.UsualPause;
}
