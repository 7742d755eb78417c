namespace MtaStsTools.Dns.Tsig;

/// <summary>The MAC of a TSIG key (RFC 8945 §6). It must be the one that the server knows for the key.</summary>
public enum TsigAlgorithm
{
    /// <summary>hmac-sha256, which every server must know.</summary>
    HmacSha256,

    /// <summary>hmac-sha384.</summary>
    HmacSha384,

    /// <summary>hmac-sha512.</summary>
    HmacSha512,

    /// <summary>hmac-sha1, for old servers only.</summary>
    HmacSha1,
}
