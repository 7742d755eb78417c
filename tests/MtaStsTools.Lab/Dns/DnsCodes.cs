namespace MtaStsTools.Lab.Dns;

/// <summary>Record types (RFC 1035 §3.2.2 and later) that the lab knows by name.</summary>
public enum DnsType
{
    A = 1, Ns = 2, Cname = 5, Soa = 6, Mx = 15, Txt = 16, Aaaa = 28, Opt = 41, Tlsa = 52,
    Tsig = 250, Ixfr = 251, Axfr = 252, MailB = 253, MailA = 254, Any = 255,
}

/// <summary>Classes; NONE and ANY carry meaning in updates (RFC 2136 §2.4).</summary>
public enum DnsClass
{
    In = 1, None = 254, Any = 255,
}

/// <summary>Response codes (RFC 1035 §4.1.1, RFC 2136 §2.2).</summary>
public enum DnsRcode
{
    NoError = 0, FormErr = 1, ServFail = 2, NxDomain = 3, NotImp = 4, Refused = 5,
    YxDomain = 6, YxRrset = 7, NxRrset = 8, NotAuth = 9, NotZone = 10,
}

/// <summary>TSIG errors (RFC 8945 §3).</summary>
public enum TsigError
{
    None = 0, BadSig = 16, BadKey = 17, BadTime = 18, BadTrunc = 22,
}

internal static class DnsFlags
{
    public const ushort Response = 0x8000;
    public const ushort Authoritative = 0x0400;
    public const ushort Truncated = 0x0200;
    public const ushort RecursionDesired = 0x0100;
    public const ushort RecursionAvailable = 0x0080;
    public const ushort AuthenticData = 0x0020;
    public const ushort CheckingDisabled = 0x0010;
    public const ushort OpcodeMask = 0x7800;
    public const int OpcodeQuery = 0;
    public const int OpcodeUpdate = 5;
}
