using System.Net;

namespace MtaStsTools.Publishing.Dns;

/// <summary>An authoritative server of a zone.</summary>
public sealed record ZoneNameServer
{
    /// <summary>Its name in the NS record, without the final dot.</summary>
    public required string Name { get; init; }

    /// <summary>The addresses that the zone's own server gives for it; empty where it knows none.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; init; } = [];
}
