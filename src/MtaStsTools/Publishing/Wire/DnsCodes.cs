namespace MtaStsTools.Publishing.Wire;

/// <summary>The record types that finding a zone and updating a TXT record touch.</summary>
internal enum DnsType
{
    A = 1,
    NS = 2,
    CName = 5,
    Soa = 6,
    Ptr = 12,
    Txt = 16,
    Aaaa = 28,
    DName = 39,
    Tsig = 250,
    Any = 255,
}

/// <summary>Classes; in an UPDATE, NONE and ANY say what is asked of a record (RFC 2136 §2.4, §2.5).</summary>
internal enum DnsClass
{
    IN = 1,
    None = 254,
    Any = 255,
}

internal enum DnsOpcode
{
    Query = 0,
    Update = 5,
}

/// <summary>RCODEs (RFC 1035 §4.1.1, RFC 2136 §2.2) and TSIG errors (RFC 8945 §3), which share one number space.</summary>
internal enum DnsRcode
{
    NoError = 0,
    FormErr = 1,
    ServFail = 2,
    NXDomain = 3,
    NotImp = 4,
    Refused = 5,
    YXDomain = 6,
    YXRRSet = 7,
    NXRRSet = 8,
    NotAuth = 9,
    NotZone = 10,
    BadSig = 16,
    BadKey = 17,
    BadTime = 18,
    BadTrunc = 22,
}
