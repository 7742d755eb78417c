namespace MtaStsTools.Dns;

/// <summary>The types of DNS records that are asked for, read or written.</summary>
public enum DnsRecordType
{
    /// <summary>An IPv4 address (RFC 1035 §3.4.1).</summary>
    A = 1,

    /// <summary>A name server (RFC 1035 §3.3.11).</summary>
    NS = 2,

    /// <summary>An alias (RFC 1035 §3.3.1).</summary>
    CNAME = 5,

    /// <summary>The start of a zone of authority (RFC 1035 §3.3.13).</summary>
    SOA = 6,

    /// <summary>A mail exchanger (RFC 1035 §3.3.9).</summary>
    MX = 15,

    /// <summary>Text (RFC 1035 §3.3.14).</summary>
    TXT = 16,

    /// <summary>An IPv6 address (RFC 3596).</summary>
    AAAA = 28,

    /// <summary>An alias of all that is below a name (RFC 6672).</summary>
    DNAME = 39,

    /// <summary>A certificate association (RFC 6698).</summary>
    TLSA = 52,

    /// <summary>The signature of a message (RFC 8945).</summary>
    TSIG = 250,

    /// <summary>Every type, in a question or an update (RFC 1035 §3.2.3, RFC 2136 §2.4).</summary>
    ANY = 255,
}
