using System.Net;
using MtaStsTools.Dns;

namespace MtaStsTools;

/// <summary>How a <see cref="MtaStsRecordPublisher"/> works.</summary>
public sealed partial record MtaStsRecordPublisherOptions
{
    /// <summary>The time to live of a record where there was none: one hour.</summary>
    public TimeSpan DefaultTtl { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long to wait after a change until all authoritative servers have it, whatever they do; at most a day. Zero: they are asked once.</summary>
    public TimeSpan ReadBackTimeLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The pause between two rounds of asking.</summary>
    public TimeSpan ReadBackInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long one authoritative server may take to answer.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The port of the authoritative servers.</summary>
    public int AuthoritativePort { get; init; } = 53;

    /// <summary>Resolvers for the names of authoritative servers whose addresses the zone does not hold. Empty: those of the system.</summary>
    public IReadOnlyList<IPEndPoint> DnsServers { get; init; } = [];

    /// <summary>Whether authoritative servers at private, loopback and other addresses that are not global are asked, as in a split-horizon network.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Makes what asks the authoritative servers, and the resolvers for their names.</summary>
    public Func<DnsResolverOptions, IDnsResolver> CreateResolver { get; init; } = static options => new DnsResolver(options);

    /// <summary>The clock of derived ids, pauses and durations.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
