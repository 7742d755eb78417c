namespace MtaStsTools;

/// <summary>How far an SMTP session with STARTTLS came (RFC 3207).</summary>
public enum SmtpOutcome
{
    /// <summary>The handshake succeeded; whether the certificate fits is judged later.</summary>
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
}

/// <summary>One SMTP session, with one address of an MX host.</summary>
public sealed record SmtpSession
{
    /// <summary>The address.</summary>
    public required string Address { get; init; }

    /// <summary>How far it came.</summary>
    public required SmtpOutcome Outcome { get; init; }

    /// <summary>The failure in words; safe to display.</summary>
    public string? Detail { get; init; }

    /// <summary>The greeting's text, cut and safe to display.</summary>
    public string? Banner { get; init; }

    /// <summary>The keywords of the EHLO answer, cut and safe to display.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>The protocol agreed on, for instance <c>TLS 1.3</c>; for <see cref="SmtpOutcome.TlsTooOld"/> the one offered, where known.</summary>
    public string? TlsVersion { get; init; }

    /// <summary>The certificate, once one was presented.</summary>
    public CertificateObservation? Certificate { get; init; }

    /// <summary>Time from the first SYN to QUIT or the failure.</summary>
    public TimeSpan Duration { get; init; }
}

/// <summary>One MX host: its addresses, its TLSA records and the sessions with it.</summary>
public sealed record MxHostObservation
{
    /// <summary>The host in A-label form without the root dot.</summary>
    public required string Host { get; init; }

    /// <summary>The preference of its MX record; 0 for the implicit MX.</summary>
    public int Preference { get; init; }

    /// <summary>Its addresses, with any CNAME chain in the lookups.</summary>
    public required AddressObservation Addresses { get; init; }

    /// <summary>Its TLSA records.</summary>
    public required TlsaObservation Tlsa { get; init; }

    /// <summary>The sessions; empty where SMTP was skipped or no address was found.</summary>
    public IReadOnlyList<SmtpSession> Sessions { get; init; } = [];
}
