using System.Net;

namespace MtaStsTools.Dns;

/// <summary>What became of a DNS question, with the records of the asked type; the lists of all other types are empty.</summary>
public sealed record DnsAnswer
{
    /// <summary>The question and what became of it.</summary>
    public required DnsLookup Lookup { get; init; }

    /// <summary>The addresses, for A and AAAA.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; init; } = [];

    /// <summary>The mail exchangers, by preference and then name.</summary>
    public IReadOnlyList<MxFact> MailExchangers { get; init; } = [];

    /// <summary>The texts.</summary>
    public IReadOnlyList<TxtFact> Texts { get; init; } = [];

    /// <summary>The certificate associations.</summary>
    public IReadOnlyList<TlsaFact> CertificateAssociations { get; init; } = [];

    /// <summary>The name servers, without the root dot.</summary>
    public IReadOnlyList<string> NameServers { get; init; } = [];

    /// <summary>Whether the server answers for a zone of its own (AA, RFC 1035 §4.1.1), and not from what it has learnt elsewhere.</summary>
    public bool IsAuthoritative { get; init; }

    /// <summary>The apex of the zone, where a SOA record came along: as the answer, or with a negative one (RFC 2308 §3).</summary>
    public string? ZoneApex { get; init; }
}
