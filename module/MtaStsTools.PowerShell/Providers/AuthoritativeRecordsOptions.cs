using MtaStsTools.Dns;

namespace MtaStsTools.PowerShell.Providers;

/// <summary>Whom to ask for the records of a zone.</summary>
internal sealed record AuthoritativeRecordsOptions
{
    /// <summary>Whom to ask for the zone, its servers and their addresses, and how long to wait.</summary>
    public DnsResolverOptions Resolver { get; init; } = new();

    /// <summary>The port of the authoritative servers.</summary>
    public int Port { get; init; } = 53;
}
