namespace MtaStsTools.Dns;

/// <summary>The types of DNS records that are asked for.</summary>
public enum DnsRecordType
{
    /// <summary>An IPv4 address (RFC 1035).</summary>
    A = 1,

    /// <summary>A name server (RFC 1035).</summary>
    NS = 2,

    /// <summary>The start of a zone of authority (RFC 1035).</summary>
    SOA = 6,

    /// <summary>A mail exchanger (RFC 1035).</summary>
    MX = 15,

    /// <summary>Text (RFC 1035).</summary>
    TXT = 16,

    /// <summary>An IPv6 address (RFC 3596).</summary>
    AAAA = 28,

    /// <summary>A certificate association (RFC 6698).</summary>
    TLSA = 52,
}
