namespace MtaStsTools;

/// <summary>What became of one DNS question. Only <see cref="NoData"/> and <see cref="NameDoesNotExist"/> say that there is no record.</summary>
public enum DnsOutcome
{
    /// <summary>At least one record of the asked type.</summary>
    Answered,

    /// <summary>The name exists and has no record of that type.</summary>
    NoData,

    /// <summary>NXDOMAIN: neither the name nor anything under it exists (RFC 8020).</summary>
    NameDoesNotExist,

    /// <summary>SERVFAIL.</summary>
    ServerFailure,

    /// <summary>REFUSED.</summary>
    Refused,

    /// <summary>No answer within the time limit.</summary>
    Timeout,

    /// <summary>The CNAME records lead in a circle, or further than is followed.</summary>
    AliasLoop,

    /// <summary>Any other failure: a malformed answer, an unreachable server, another response code.</summary>
    Failed,

    /// <summary>The question was not asked.</summary>
    NotAsked,
}

/// <summary>One DNS question and its answer or failure, kept as a fact.</summary>
public sealed record DnsLookup
{
    /// <summary>The name asked for, in A-label form without the root dot.</summary>
    public required string Name { get; init; }

    /// <summary>The type asked for: <c>TXT</c>, <c>MX</c>, <c>A</c>, <c>AAAA</c>, <c>TLSA</c> …</summary>
    public required string Type { get; init; }

    /// <summary>What became of it.</summary>
    public required DnsOutcome Outcome { get; init; }

    /// <summary>The server that answered or failed, as <c>address:port</c>.</summary>
    public string? Server { get; init; }

    /// <summary>The response code or the failure in words; safe to display.</summary>
    public string? Detail { get; init; }

    /// <summary>The targets of the CNAME records passed on the way, in order; empty where <see cref="Name"/> is no alias.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The least TTL of the answer, or null without an answer.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>Whether the resolver set the AD bit: the answer was authenticated by DNSSEC.</summary>
    public bool Authenticated { get; init; }

    /// <summary>How long the answer took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>True where the answer, be it records or none, is certain.</summary>
    public bool IsConclusive => Outcome is DnsOutcome.Answered or DnsOutcome.NoData or DnsOutcome.NameDoesNotExist;
}

/// <summary>The TXT records of a name.</summary>
public sealed record TxtObservation
{
    /// <summary>The question and what became of it.</summary>
    public required DnsLookup Lookup { get; init; }

    /// <summary>The records, each with its character strings as they came (RFC 1035 §3.3.14).</summary>
    public IReadOnlyList<TxtFact> Records { get; init; } = [];
}

/// <summary>One TXT record.</summary>
/// <param name="Strings">Its character strings; octets outside ASCII as Latin-1.</param>
public sealed record TxtFact(IReadOnlyList<string> Strings)
{
    /// <summary>The strings joined with nothing between, as RFC 8461 §3.1 reads them.</summary>
    public string Text => string.Concat(Strings);

    /// <summary>The text in quotation marks, cut and safe to display.</summary>
    public override string ToString() => $"\"{DisplayText.Sanitize(Text, 512)}\"";
}

/// <summary>The addresses of a host.</summary>
public sealed record AddressObservation
{
    /// <summary>The question for A records.</summary>
    public required DnsLookup IPv4 { get; init; }

    /// <summary>The question for AAAA records.</summary>
    public required DnsLookup IPv6 { get; init; }

    /// <summary>The addresses found, in the order of the answers, IPv4 and then IPv6.</summary>
    public IReadOnlyList<AddressFact> Addresses { get; init; } = [];
}

/// <summary>One address of a host.</summary>
/// <param name="Address">Its textual form, for instance <c>192.0.2.1</c>.</param>
/// <param name="IsGlobal">Whether hosts outside can reach it; false for private, loopback, link-local, multicast, documentation and other special-purpose ranges (RFC 6890).</param>
public sealed record AddressFact(string Address, bool IsGlobal);

/// <summary>The MX records of a domain.</summary>
public sealed record MxLookupObservation
{
    /// <summary>The question and what became of it.</summary>
    public required DnsLookup Lookup { get; init; }

    /// <summary>The records, by preference and then name.</summary>
    public IReadOnlyList<MxFact> Records { get; init; } = [];

    /// <summary>Whether the one record is <c>0 .</c>: the domain accepts no mail (RFC 7505).</summary>
    public bool IsNullMx => Records is [{ Host.Length: 0 }];
}

/// <summary>One MX record.</summary>
/// <param name="Preference">Lower is tried first.</param>
/// <param name="Host">The exchange in A-label form without the root dot; empty for the root itself.</param>
public sealed record MxFact(int Preference, string Host);

/// <summary>The TLSA records for port 25 of a host (RFC 6698, RFC 7672).</summary>
public sealed record TlsaObservation
{
    /// <summary>The question for <c>_25._tcp.host</c> and what became of it; its <see cref="DnsLookup.Authenticated"/> is the AD bit.</summary>
    public required DnsLookup Lookup { get; init; }

    /// <summary>The records.</summary>
    public IReadOnlyList<TlsaFact> Records { get; init; } = [];
}

/// <summary>One TLSA record.</summary>
/// <param name="Usage">Certificate usage: 0 PKIX-TA, 1 PKIX-EE, 2 DANE-TA, 3 DANE-EE.</param>
/// <param name="Selector">0 the certificate, 1 its SubjectPublicKeyInfo.</param>
/// <param name="MatchingType">0 exact, 1 SHA-256, 2 SHA-512.</param>
/// <param name="Data">The association data in lower-case hexadecimal digits.</param>
public sealed record TlsaFact(int Usage, int Selector, int MatchingType, string Data);
