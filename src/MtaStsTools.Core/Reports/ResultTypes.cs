namespace MtaStsTools;

/// <summary>The result types of RFC 8460 §4.3, so that our words and a TLS report's words are the same.</summary>
public static class ResultTypes
{
    /// <summary>The host does not offer STARTTLS.</summary>
    public const string StartTlsNotSupported = "starttls-not-supported";

    /// <summary>No name of the certificate matches the host.</summary>
    public const string CertificateHostMismatch = "certificate-host-mismatch";

    /// <summary>The certificate has expired.</summary>
    public const string CertificateExpired = "certificate-expired";

    /// <summary>The certificate does not chain to a trusted root.</summary>
    public const string CertificateNotTrusted = "certificate-not-trusted";

    /// <summary>Any other failure.</summary>
    public const string ValidationFailure = "validation-failure";

    /// <summary>No TLSA record matches.</summary>
    public const string TlsaInvalid = "tlsa-invalid";

    /// <summary>DNSSEC validation failed.</summary>
    public const string DnssecInvalid = "dnssec-invalid";

    /// <summary>The sender demands DANE and the host has none.</summary>
    public const string DaneRequired = "dane-required";

    /// <summary>The policy could not be fetched.</summary>
    public const string StsPolicyFetchError = "sts-policy-fetch-error";

    /// <summary>The policy is not valid.</summary>
    public const string StsPolicyInvalid = "sts-policy-invalid";

    /// <summary>The policy host's certificate does not fit.</summary>
    public const string StsWebPkiInvalid = "sts-webpki-invalid";
}
