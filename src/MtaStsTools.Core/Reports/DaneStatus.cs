namespace MtaStsTools;

/// <summary>What DANE (RFC 7672) says of a host.</summary>
public enum DaneStatus
{
    /// <summary>No TLSA records.</summary>
    None,

    /// <summary>Usable TLSA records under DNSSEC match: DANE decides, and delivers.</summary>
    Matches,

    /// <summary>Usable TLSA records under DNSSEC do not match: DANE decides, and refuses.</summary>
    Mismatch,

    /// <summary>TLSA records without DNSSEC, which senders ignore, or none of them usable, which makes TLS mandatory and its certificate unchecked (RFC 7672 §2.2).</summary>
    Unusable,

    /// <summary>The lookup failed, or the host could not be reached.</summary>
    Unknown,
}
