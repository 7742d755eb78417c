using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns;

/// <summary>The Infoblox grid whose zones are changed, and the administrator who changes them.</summary>
public sealed record InfobloxOptions
{
    /// <summary>The address of the grid master: <c>https://grid.example.com/</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The administrator's name.</summary>
    public required string UserName { get; init; }

    /// <summary>The administrator's password.</summary>
    public required ProviderSecret Password { get; init; }

    /// <summary>The DNS view whose zones are changed.</summary>
    public string View { get; init; } = "default";

    /// <summary>The version of the web API (WAPI); NIOS takes every older one than its own.</summary>
    public string WapiVersion { get; init; } = "2.7";

    /// <summary>Time limits and repetitions.</summary>
    public HttpApiOptions Api { get; init; } = new();

    /// <summary>The least time between a change and the look whether somebody else made one.</summary>
    internal TimeSpan SettlingTime { get; init; } = Rest.UnguardedWrite.UsualPause;
}
