namespace MtaStsTools;

/// <summary>70xx: DANE for SMTP (RFC 7672).</summary>
public static class DaneRules
{
    internal static readonly RuleBand Band = new(RuleCategory.Dane, RuleSurfaces.Live);

    /// <summary><c>MTASTS7001</c>: DANE protects this MX.</summary>
    public static readonly Rule Matches = Band.Add("MTASTS7001", Severity.Info, "DANE protects this MX",
        "The TLSA records of {0} match its certificate.",
        "RFC 7672 §2.2",
        "Nothing; DANE decides for senders that support it.");

    /// <summary><c>MTASTS7002</c>: TLSA records do not match.</summary>
    public static readonly Rule Mismatch = Band.Add("MTASTS7002", Severity.Error, "TLSA records do not match",
        "No TLSA record of {0} matches its certificate, so senders with DANE refuse the host.",
        "RFC 7672 §2.2",
        "Publish the TLSA record of the new certificate before its installation.");

    /// <summary><c>MTASTS7003</c>: TLSA without DNSSEC.</summary>
    public static readonly Rule WithoutDnssec = Band.Add("MTASTS7003", Severity.Warning, "TLSA without DNSSEC",
        "{0} has TLSA records that are not authenticated by DNSSEC, so senders ignore them.",
        "RFC 7672 §2.2",
        "Sign the zone, or remove the TLSA records.");

    /// <summary><c>MTASTS7004</c>: TLSA lookup failed.</summary>
    public static readonly Rule LookupFailed = Band.Add("MTASTS7004", Severity.Warning, "TLSA lookup failed",
        "The TLSA records of {0} could not be looked up ({1}); senders with DANE delay their mail.",
        "RFC 7672 §2.1.2",
        "Fix the DNSSEC of the zone.");

    /// <summary><c>MTASTS7005</c>: No usable TLSA record.</summary>
    public static readonly Rule Unusable = Band.Add("MTASTS7005", Severity.Warning, "No usable TLSA record",
        "None of the TLSA records of {0} is usable for SMTP (DANE-TA(2) or DANE-EE(3)).",
        "RFC 7672 §3.1",
        "Publish a '3 1 1' record.");

    /// <summary><c>MTASTS7006</c>: DANE without STARTTLS.</summary>
    public static readonly Rule StartTlsRequired = Band.Add("MTASTS7006", Severity.Error, "DANE without STARTTLS",
        "{0} has TLSA records under DNSSEC and does not offer STARTTLS, so senders with DANE refuse the host.",
        "RFC 7672 §2.2",
        "Enable STARTTLS on the mail server, or remove the TLSA records.");

    /// <summary><c>MTASTS7007</c>: Only DANE accepts the certificate.</summary>
    public static readonly Rule OnlyDaneAccepts = Band.Add("MTASTS7007", Severity.Error, "Only DANE accepts the certificate",
        "The certificate of {0} satisfies DANE and not MTA-STS ({1}), so under 'enforce' senders without DANE refuse the host.",
        "RFC 8461 §2",
        "Install a certificate of a public authority for the MX host, and update its TLSA record.");
}
