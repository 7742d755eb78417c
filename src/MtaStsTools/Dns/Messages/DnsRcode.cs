namespace MtaStsTools.Dns.Messages;

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
