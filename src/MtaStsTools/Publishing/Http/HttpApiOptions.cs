namespace MtaStsTools.Publishing.Http;

/// <summary>How the API of a service is asked over HTTPS. The certificate of the service is always checked.</summary>
public sealed record HttpApiOptions
{
    /// <summary>How long one request may take, connecting and the whole answer included; at most a day.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How often a request is repeated that the service could not take (408, 429, 5xx, no connection). A change is repeated only where it surely was not
    /// taken: no connection, or 429. From 0 to 20.
    /// </summary>
    public int Retries { get; init; } = 4;

    /// <summary>The longest pause before a request is repeated. A service that asks for a longer one (<c>Retry-After</c>) is not asked again.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock of time limits, pauses and signatures.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The pause before the first repetition; each further one is about twice as long.</summary>
    internal TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest answer that is read, in octets.</summary>
    internal int MaxAnswerLength { get; init; } = 8 * 1024 * 1024;

    /// <summary>What takes the requests, in place of the network.</summary>
    internal HttpMessageHandler? Handler { get; init; }

    internal void Check()
    {
        MtaStsTools.Net.NetworkChecks.CheckTimeout(Timeout, nameof(Timeout));
        if (Retries is < 0 or > 20)
            throw new ArgumentOutOfRangeException(nameof(Retries), Retries, "The Retries must be from 0 to 20.");
        if (LongestPause < TimeSpan.Zero || LongestPause > TimeSpan.FromHours(1))
            throw new ArgumentOutOfRangeException(nameof(LongestPause), LongestPause, "The LongestPause must be from nothing to an hour.");
    }
}
