using System.Net;

namespace MtaStsTools.Dns;

/// <summary>Whom a <see cref="DnsResolver"/> asks, and for how long.</summary>
public sealed record DnsResolverOptions
{
    /// <summary>The servers to ask, in order; empty means the resolvers of the system.</summary>
    public IReadOnlyList<IPEndPoint> Servers { get; init; } = [];

    /// <summary>Time for one question, repetitions, aliases and TCP included; more than nothing and at most a day.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether the server is asked to find the answer elsewhere (RD, RFC 1035 §4.1.1). False for a question to an authoritative server about what it
    /// holds itself.
    /// </summary>
    public bool Recursive { get; init; } = true;

    /// <summary>The clock of durations. The time limit runs on the machine's own.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
