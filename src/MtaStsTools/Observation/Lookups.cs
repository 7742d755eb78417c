using MtaStsTools.Dns;

namespace MtaStsTools.Observation;

/// <summary>Lookups that nobody made.</summary>
internal static class Lookups
{
    public static DnsLookup NotAsked(string name, DnsRecordType type, string? why = null) =>
        new() { Name = name, Type = type.ToString(), Outcome = DnsOutcome.NotAsked, Detail = why };

    public static TxtObservation NoTexts(string name) => new() { Lookup = NotAsked(name, DnsRecordType.TXT) };

    public static AddressObservation NoAddresses(string host, string? why = null) =>
        new() { IPv4 = NotAsked(host, DnsRecordType.A, why), IPv6 = NotAsked(host, DnsRecordType.AAAA, why) };

    public static TlsaObservation NoAssociations(string host, string? why = null) =>
        new() { Lookup = NotAsked(TlsaName(host), DnsRecordType.TLSA, why) };

    /// <summary>Where the TLSA records of a host's port 25 are (RFC 7672 §2.2.3).</summary>
    public static string TlsaName(string host) => $"_25._tcp.{host}";
}
