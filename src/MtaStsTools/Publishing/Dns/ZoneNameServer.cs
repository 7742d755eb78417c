using System.Net;

namespace MtaStsTools.Publishing.Dns;

/// <summary>An authoritative server of a zone.</summary>
/// <param name="Name">Its name in the NS record, without the final dot.</param>
/// <param name="Addresses">The addresses that the zone's own server gives for it; empty where it knows none.</param>
public sealed record ZoneNameServer(string Name, IReadOnlyList<IPAddress> Addresses);
