namespace MtaStsTools;

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
    public IReadOnlyList<string> Extensions { get; init => field = ValueList.Copy(value); } = ValueArray<string>.None;

    /// <summary>The protocol agreed on, for instance <c>TLS 1.3</c>; for <see cref="SmtpOutcome.TlsTooOld"/> the one offered, where known.</summary>
    public string? TlsVersion { get; init; }

    /// <summary>The cipher suite that the server chose, by its IANA name, for instance <c>TLS_AES_256_GCM_SHA384</c>; its code as <c>0x1301</c> where it has none here.</summary>
    public string? CipherSuite { get; init; }

    /// <summary>The certificate, once one was presented.</summary>
    public CertificateObservation? Certificate { get; init; }

    /// <summary>Time from the first SYN to QUIT or the failure.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Address and outcome; safe to display.</summary>
    public override string ToString() => $"{DisplayText.Sanitize(Address)}: {Outcome}";
}
