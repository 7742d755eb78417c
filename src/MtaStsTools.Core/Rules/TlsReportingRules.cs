namespace MtaStsTools;

/// <summary>71xx: TLS reporting of a live domain (RFC 8460).</summary>
public static class TlsReportingRules
{
    internal static readonly RuleBand Band = new(RuleCategory.TlsReporting, RuleSurfaces.Live);

    /// <summary><c>MTASTS7101</c>: No TLS reporting.</summary>
    public static readonly Rule Missing = Band.Add("MTASTS7101", Severity.Info, "No TLS reporting",
        "{0} has no TLSRPT record, so nobody tells you of failed deliveries.",
        "RFC 8460 §3",
        "Publish a TXT record 'v=TLSRPTv1; rua=mailto:…' at _smtp._tls.");

    /// <summary><c>MTASTS7102</c>: Testing without reports.</summary>
    public static readonly Rule TestingWithoutReports = Band.Add("MTASTS7102", Severity.Warning, "Testing without reports",
        "The policy is in testing mode and {0} has no valid TLSRPT record, so the test tells nobody anything.",
        "RFC 8461 §5",
        "Publish a TXT record 'v=TLSRPTv1; rua=mailto:…' at _smtp._tls.");

    /// <summary><c>MTASTS7103</c>: TLSRPT record could not be looked up.</summary>
    public static readonly Rule LookupIndeterminate = Band.Add("MTASTS7103", Severity.Warning, "TLSRPT record could not be looked up",
        "The TXT records of {0} could not be looked up: {1}.",
        "RFC 8460 §3",
        "Fix the name servers of the domain, or ask another resolver.");
}
