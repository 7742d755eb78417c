namespace MtaStsTools;

/// <summary>How far an attempt to fetch the policy came (RFC 8461 §3.3).</summary>
public enum PolicyFetchOutcome
{
    /// <summary>An HTTP answer arrived; its status, headers and body are facts of the attempt.</summary>
    Answered,

    /// <summary>The address is not global, and contact was not allowed.</summary>
    AddressNotAllowed,

    /// <summary>TCP could not connect: refused, unreachable.</summary>
    ConnectFailed,

    /// <summary>TCP could not connect in time.</summary>
    ConnectTimeout,

    /// <summary>The TLS handshake failed for another reason than the version.</summary>
    TlsFailed,

    /// <summary>The server speaks no TLS 1.2 or newer.</summary>
    TlsTooOld,

    /// <summary>The certificate does not fit; its facts are kept and no request was sent.</summary>
    CertificateRejected,

    /// <summary>What came is not HTTP, or broke off.</summary>
    HttpFailed,

    /// <summary>The answer did not arrive in time.</summary>
    HttpTimeout,

    /// <summary>The time limit of the domain was over before it came to an end; nothing is known of it.</summary>
    NotReached,
}
