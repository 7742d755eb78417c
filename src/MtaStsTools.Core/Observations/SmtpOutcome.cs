namespace MtaStsTools;

/// <summary>How far an SMTP session with STARTTLS came (RFC 3207).</summary>
public enum SmtpOutcome
{
    /// <summary>The handshake succeeded; whether the certificate fits is assessed later.</summary>
    TlsEstablished,

    /// <summary>The address is not global, and contact was not allowed.</summary>
    AddressNotAllowed,

    /// <summary>TCP could not connect: refused, unreachable.</summary>
    ConnectFailed,

    /// <summary>TCP could not connect in time.</summary>
    ConnectTimeout,

    /// <summary>No greeting, or no answer to a command, in time.</summary>
    ReplyTimeout,

    /// <summary>The greeting or EHLO was answered with a refusal (4yz, 5yz).</summary>
    Rejected,

    /// <summary>EHLO does not offer STARTTLS.</summary>
    StartTlsNotOffered,

    /// <summary>STARTTLS was offered and then refused.</summary>
    StartTlsRefused,

    /// <summary>The TLS handshake failed for another reason than the version.</summary>
    TlsFailed,

    /// <summary>The server speaks no TLS 1.2 or newer.</summary>
    TlsTooOld,

    /// <summary>What came is not SMTP, broke off, or passed the limits on size.</summary>
    ProtocolError,

    /// <summary>The time limit of the domain was over before it came to an end; nothing is known of it.</summary>
    NotReached,
}
