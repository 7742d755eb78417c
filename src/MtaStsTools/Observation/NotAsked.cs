using MtaStsTools.Dns;

namespace MtaStsTools.Observation;

/// <summary>Lookups that nobody made.</summary>
internal static class NotAsked
{
    public static DnsLookup Lookup(string name, DnsRecordType type, string? why = null) =>
        new() { Name = name, Type = type.ToString(), Outcome = DnsOutcome.NotAsked, Detail = why };

    public static TxtObservation Texts(string name, string? why = null) => new() { Lookup = Lookup(name, DnsRecordType.TXT, why) };

    public static AddressObservation Addresses(string host, string? why = null) =>
        new() { IPv4 = Lookup(host, DnsRecordType.A, why), IPv6 = Lookup(host, DnsRecordType.AAAA, why) };

    public static TlsaObservation Associations(string host, string? why = null) =>
        new() { Lookup = Lookup(TlsaName.Of(host), DnsRecordType.TLSA, why) };

    public static MxHostObservation Host(string host, string why) => new() { Host = host, Addresses = Addresses(host, why), Tlsa = Associations(host, why) };
}
