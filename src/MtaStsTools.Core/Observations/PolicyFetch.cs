namespace MtaStsTools;

/// <summary>One attempt to fetch the policy, from one address.</summary>
public sealed record PolicyFetch
{
    /// <summary>The address, or null where none was chosen.</summary>
    public string? Address { get; init; }

    /// <summary>How far it came.</summary>
    public required PolicyFetchOutcome Outcome { get; init; }

    /// <summary>The failure in words; safe to display.</summary>
    public string? Detail { get; init; }

    /// <summary>The protocol agreed on, for instance <c>TLS 1.3</c>; for <see cref="PolicyFetchOutcome.TlsTooOld"/> the one offered, where known.</summary>
    public string? TlsVersion { get; init; }

    /// <summary>The cipher suite that the server chose, by its IANA name, for instance <c>TLS_AES_256_GCM_SHA384</c>; its code as <c>0x1301</c> where it has none here.</summary>
    public string? CipherSuite { get; init; }

    /// <summary>The certificate, once one was presented.</summary>
    public CertificateObservation? Certificate { get; init; }

    /// <summary>HTTP status code.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The <c>Location</c> of a redirect, as it stands; untrusted.</summary>
    public string? RedirectTarget { get; init; }

    /// <summary>The <c>Content-Type</c>, as it stands; untrusted.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body's octets as Base64, at most 65,536 of them; null where none was read.</summary>
    public string? Body { get; init; }

    /// <summary>Whether the body went on beyond 65,536 octets.</summary>
    public bool BodyTooLarge { get; init; }

    /// <summary>Time from the first SYN to the end of the body or the failure.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Address and outcome; safe to display.</summary>
    public override string ToString() => $"{Address ?? "no address"}: {Outcome}";
}
