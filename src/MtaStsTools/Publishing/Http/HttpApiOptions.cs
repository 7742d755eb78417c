using MtaStsTools.Net;

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

    /// <summary>The longest pause before a request is repeated. A service that asks for a longer one (<c>Retry-After</c>) is not asked again. At most an hour.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Makes the client of each request, as <c>IHttpClientFactory</c> does; null means the library's own. A handler of your own must check certificates,
    /// follow no redirect, keep no cookie and unpack nothing; a time limit of the client ends a request as this one's does.
    /// </summary>
    public Func<HttpClient>? CreateClient { get; init; }

    /// <summary>The clock of time limits, pauses and signatures.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The pause before the first repetition; each further one is about twice as long.</summary>
    internal TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest answer that is read, in octets.</summary>
    internal int MaxAnswerLength { get; init; } = 8 * 1024 * 1024;

    /// <summary>What takes the requests, in place of the network.</summary>
    internal HttpMessageHandler? Handler { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Check()
    {
        NetworkChecks.CheckTimeout(Timeout, nameof(Timeout));
        CheckRange(Retries, 20, nameof(Retries));
        CheckRange((int)LongestPause.TotalSeconds, 3600, nameof(LongestPause));
    }

    private static void CheckRange(int value, int most, string name)
    {
        if (value < 0 || value > most)
            throw new ArgumentOutOfRangeException(name, value, $"The {name} must be from 0 to {most}.");
    }
}
