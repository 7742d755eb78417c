namespace MtaStsTools.Publishing.Dns;

/// <summary>Why a DNS server was not read or not changed. The first groups are the server's own words: RCODEs and TSIG errors.</summary>
public enum DnsUpdateError
{
    /// <summary>FORMERR: the server could not read the request (RFC 1035 §4.1.1).</summary>
    FormErr,

    /// <summary>SERVFAIL: the server could not do it, for instance because its zone file cannot be written.</summary>
    ServFail,

    /// <summary>NXDOMAIN: a name that must exist does not (RFC 2136 §2.2).</summary>
    NXDomain,

    /// <summary>NOTIMP: the server does not know dynamic update.</summary>
    NotImp,

    /// <summary>REFUSED: the server's policy does not let this key or this address make the change.</summary>
    Refused,

    /// <summary>YXDOMAIN: a name that must not exist does (RFC 2136 §2.2).</summary>
    YXDomain,

    /// <summary>YXRRSET: a record set that must not exist does; somebody else created it after it was read.</summary>
    YXRRSet,

    /// <summary>NXRRSET: a record set is no longer what it was when it was read.</summary>
    NXRRSet,

    /// <summary>NOTAUTH: the server is not authoritative for the zone, or does not take the signature (RFC 2136 §2.2).</summary>
    NotAuth,

    /// <summary>NOTZONE: the name is not in the zone that was named.</summary>
    NotZone,

    /// <summary>Any other RCODE.</summary>
    OtherRcode,

    /// <summary>BADSIG: the server knows the key's name and finds the signature wrong (RFC 8945 §5.2.2).</summary>
    BadSig,

    /// <summary>BADKEY: the server does not know the key or its algorithm (RFC 8945 §5.2.1).</summary>
    BadKey,

    /// <summary>BADTIME: the clocks are too far apart (RFC 8945 §5.2.3).</summary>
    BadTime,

    /// <summary>BADTRUNC: the server wants a longer MAC (RFC 8945 §5.2.4).</summary>
    BadTrunc,

    /// <summary>The answer to a signed request carries no signature, so anybody may have written it.</summary>
    UnsignedAnswer,

    /// <summary>The answer's signature is wrong, from another key, or shorter than is allowed.</summary>
    BadAnswerSignature,

    /// <summary>The answer's signature is right and too old or too new.</summary>
    StaleAnswer,

    /// <summary>What came back is not a DNS answer to what was asked.</summary>
    MalformedAnswer,

    /// <summary>The server did not answer in time.</summary>
    Timeout,

    /// <summary>No connection, or it broke off.</summary>
    ConnectionFailed,

    /// <summary>The server's name has no address.</summary>
    ServerNotFound,

    /// <summary>The server has no zone that the name is in.</summary>
    ZoneNotFound,
}
