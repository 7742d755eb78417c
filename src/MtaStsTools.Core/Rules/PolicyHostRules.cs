namespace MtaStsTools;

/// <summary>5xxx: the policy host, its DNS and what it serves (RFC 8461 §3.3, §8.2).</summary>
public static class PolicyHostRules
{
    internal static readonly RuleBand Band = new(RuleCategory.PolicyHost, RuleSurfaces.Live);

    /// <summary><c>MTASTS5003</c>: CNAME loop.</summary>
    public static readonly Rule CnameLoop = Band.Add("MTASTS5003", Severity.Error, "CNAME loop",
        "The CNAME records of {0} lead in a circle.",
        "RFC 1034 §3.6.2",
        "Correct the CNAME records.");

    /// <summary><c>MTASTS5004</c>: Dangling CNAME.</summary>
    public static readonly Rule PolicyHostDangling = Band.Add("MTASTS5004", Severity.Error, "Dangling CNAME",
        "{0} is an alias of {1}, which does not exist; whoever registers that name can serve your policy.",
        "RFC 8461 §8.2",
        "Remove the CNAME, or create its target.");

    /// <summary><c>MTASTS5005</c>: Policy host has no address.</summary>
    public static readonly Rule PolicyHostNoAddress = Band.Add("MTASTS5005", Severity.Error, "Policy host has no address",
        "{0} has no address, so no sender can fetch the policy.",
        "RFC 8461 §3.3",
        "Publish A or AAAA records for the policy host.");

    /// <summary><c>MTASTS5006</c>: Policy host could not be looked up.</summary>
    public static readonly Rule PolicyHostLookupIndeterminate = Band.Add("MTASTS5006", Severity.Warning, "Policy host could not be looked up",
        "The addresses of {0} could not be looked up: {1}.",
        "RFC 8461 §3.3",
        "Fix the name servers of the domain, or ask another resolver.");

    /// <summary><c>MTASTS5007</c>: Policy host not reachable from outside.</summary>
    public static readonly Rule PolicyHostNotGlobal = Band.Add("MTASTS5007", Severity.Error, "Policy host not reachable from outside",
        "Every address of {0} is private or otherwise not global ({1}), so outside senders cannot reach it.",
        "RFC 8461 §3.3",
        "Publish the policy host at a global address.");

    /// <summary><c>MTASTS5008</c>: Some addresses not reachable from outside.</summary>
    public static readonly Rule PolicyHostPartlyNotGlobal = Band.Add("MTASTS5008", Severity.Warning, "Some addresses not reachable from outside",
        "Some addresses of {0} are private or otherwise not global ({1}).",
        "RFC 8461 §3.3",
        "Remove those addresses from the public zone.");

    /// <summary><c>MTASTS5009</c>: Policy host does not answer.</summary>
    public static readonly Rule PolicyHostUnreachable = Band.Add("MTASTS5009", Severity.Error, "Policy host does not answer",
        "{0} does not answer: {1}.",
        "RFC 8461 §3.3",
        "Start the web server, and open TCP port 443.");

    /// <summary><c>MTASTS5010</c>: TLS older than 1.2.</summary>
    public static readonly Rule TlsTooOld = Band.Add("MTASTS5010", Severity.Error, "TLS older than 1.2",
        "{0} speaks no TLS newer than {1}; senders need 1.2.",
        "RFC 8461 §3.3",
        "Enable TLS 1.2 and 1.3 on the policy host.");

    /// <summary><c>MTASTS5011</c>: TLS handshake failed.</summary>
    public static readonly Rule TlsFailed = Band.Add("MTASTS5011", Severity.Error, "TLS handshake failed",
        "The TLS handshake with {0} failed: {1}.",
        "RFC 8461 §3.3",
        "Fix the TLS set-up of the policy host.");

    /// <summary><c>MTASTS5012</c>: Certificate not trusted.</summary>
    public static readonly Rule CertificateNotTrusted = Band.Add("MTASTS5012", Severity.Error, "Certificate not trusted",
        "The certificate of {0} does not chain to a trusted root: {1}.",
        "RFC 8461 §3.3",
        "Install a certificate of a public authority, with its intermediates.");

    /// <summary><c>MTASTS5013</c>: Certificate expired.</summary>
    public static readonly Rule CertificateExpired = Band.Add("MTASTS5013", Severity.Error, "Certificate expired",
        "The certificate of {0} expired on {1:yyyy-MM-dd}.",
        "RFC 8461 §3.3",
        "Renew the certificate, and automate the renewal.");

    /// <summary><c>MTASTS5014</c>: Certificate not yet valid.</summary>
    public static readonly Rule CertificateNotYetValid = Band.Add("MTASTS5014", Severity.Error, "Certificate not yet valid",
        "The certificate of {0} is valid only from {1:yyyy-MM-dd HH:mm} UTC on.",
        "RFC 8461 §3.3",
        "Install a certificate that is valid now, and check the clock.");

    /// <summary><c>MTASTS5015</c>: Certificate for another name.</summary>
    public static readonly Rule CertificateNameMismatch = Band.Add("MTASTS5015", Severity.Error, "Certificate for another name",
        "The certificate of {0} is for {1}.",
        "RFC 8461 §3.3",
        "Install a certificate whose subject alternative names have the policy host.");

    /// <summary><c>MTASTS5016</c>: Certificate without subject alternative name.</summary>
    public static readonly Rule CertificateWithoutSan = Band.Add("MTASTS5016", Severity.Error, "Certificate without subject alternative name",
        "The certificate of {0} has its name only in the common name, which senders ignore.",
        "RFC 6125 §6.4.4",
        "Install a certificate with the policy host as a DNS subject alternative name.");

    /// <summary><c>MTASTS5017</c>: Self-signed certificate.</summary>
    public static readonly Rule CertificateSelfSigned = Band.Add("MTASTS5017", Severity.Error, "Self-signed certificate",
        "The certificate of {0} is self-signed.",
        "RFC 8461 §3.3",
        "Install a certificate of a public authority.");

    /// <summary><c>MTASTS5018</c>: Intermediate certificate missing.</summary>
    public static readonly Rule CertificateChainIncomplete = Band.Add("MTASTS5018", Severity.Error, "Intermediate certificate missing",
        "{0} does not send the certificate of its issuer ({1}), and no trusted root has that name.",
        "RFC 8461 §3.3",
        "Configure the full chain on the policy host; the authority must be a public one.");

    /// <summary><c>MTASTS5019</c>: Certificate expires soon.</summary>
    public static readonly Rule CertificateExpiresSoon = Band.Add("MTASTS5019", Severity.Warning, "Certificate expires soon",
        "The certificate of {0} expires on {1:yyyy-MM-dd}.",
        "RFC 8461 §3.3",
        "Renew the certificate; check that the renewal is automatic.");

    /// <summary><c>MTASTS5020</c>: Status is not 200.</summary>
    public static readonly Rule HttpStatus = Band.Add("MTASTS5020", Severity.Error, "Status is not 200",
        "{0} answers with HTTP status {1}, and only 200 will do.",
        "RFC 8461 §3.3",
        "Serve the policy at /.well-known/mta-sts.txt with status 200.");

    /// <summary><c>MTASTS5021</c>: Redirect.</summary>
    public static readonly Rule HttpRedirect = Band.Add("MTASTS5021", Severity.Error, "Redirect",
        "{0} redirects to {1}, and senders must not follow.",
        "RFC 8461 §3.3",
        "Serve the policy at its own address without a redirect.");

    /// <summary><c>MTASTS5022</c>: Media type is not text/plain.</summary>
    public static readonly Rule MediaTypeWrong = Band.Add("MTASTS5022", Severity.Error, "Media type is not text/plain",
        "The policy is served as '{0}', and must be text/plain.",
        "RFC 8461 §3.3",
        "Serve mta-sts.txt with Content-Type: text/plain.");

    /// <summary><c>MTASTS5023</c>: No media type.</summary>
    public static readonly Rule MediaTypeMissing = Band.Add("MTASTS5023", Severity.Error, "No media type",
        "The policy is served without a Content-Type, and must be text/plain.",
        "RFC 8461 §3.3",
        "Serve mta-sts.txt with Content-Type: text/plain.");

    /// <summary><c>MTASTS5024</c>: Policy not served in time.</summary>
    public static readonly Rule PolicyTimeout = Band.Add("MTASTS5024", Severity.Error, "Policy not served in time",
        "{0} did not serve the policy within {1}.",
        "RFC 8461 §3.3",
        "Find out why the policy host is slow.");

    /// <summary><c>MTASTS5025</c>: Answer is not HTTP.</summary>
    public static readonly Rule HttpProtocolError = Band.Add("MTASTS5025", Severity.Error, "Answer is not HTTP",
        "{0} did not give a valid HTTP answer: {1}.",
        "RFC 8461 §3.3",
        "Fix the web server of the policy host.");

    /// <summary><c>MTASTS5026</c>: Policy body larger than 64 KiB.</summary>
    public static readonly Rule PolicyBodyTooLarge = Band.Add("MTASTS5026", Severity.Error, "Policy body larger than 64 KiB",
        "{0} serves more than the 65,536 octets that senders read.",
        "RFC 8461 §3.3",
        "Serve only the policy at /.well-known/mta-sts.txt.");

    /// <summary><c>MTASTS5027</c>: Addresses serve different policies.</summary>
    public static readonly Rule PolicyDiffersByAddress = Band.Add("MTASTS5027", Severity.Error, "Addresses serve different policies",
        "The addresses of {0} serve different policies ({1}).",
        "RFC 8461 §3.3",
        "Serve the same policy from every address.");

    /// <summary><c>MTASTS5028</c>: Some addresses do not serve the policy.</summary>
    public static readonly Rule SomeAddressesFail = Band.Add("MTASTS5028", Severity.Warning, "Some addresses do not serve the policy",
        "{1} of {0} does not serve the policy: {2}.",
        "RFC 8461 §3.3",
        "Fix that address, or remove it from DNS.");

    /// <summary><c>MTASTS5033</c>: Policy host is delegated.</summary>
    public static readonly Rule PolicyHostDelegated = Band.Add("MTASTS5033", Severity.Info, "Policy host is delegated",
        "{0} is an alias of {1}.",
        "RFC 8461 §8.2",
        "Nothing; its certificate must be for the policy host of the domain all the same.");

    /// <summary><c>MTASTS5034</c>: Domain does not exist.</summary>
    public static readonly Rule DomainDoesNotExist = Band.Add("MTASTS5034", Severity.Error, "Domain does not exist",
        "The domain {0} does not exist.",
        "RFC 8020 §2",
        "Check the spelling of the domain.");

    /// <summary><c>MTASTS5035</c>: Record without a policy host.</summary>
    public static readonly Rule RecordWithoutPolicyHost = Band.Add("MTASTS5035", Severity.Error, "Record without a policy host",
        "{0} announces a policy, but {1} does not exist.",
        "RFC 8461 §3.3",
        "Publish the policy host, or remove the record.");

    /// <summary><c>MTASTS5037</c>: Weak cipher suite.</summary>
    public static readonly Rule CipherSuiteWeak = Band.Add("MTASTS5037", Severity.Warning, "Weak cipher suite",
        "{0} chooses the cipher suite {1}, which {2}; some senders no longer offer it.",
        "RFC 9325 §4.2",
        "Enable TLS 1.3, and for TLS 1.2 the ECDHE suites with AES-GCM, on the policy host.");

    /// <summary><c>MTASTS5038</c>: Weak certificate.</summary>
    public static readonly Rule CertificateWeak = Band.Add("MTASTS5038", Severity.Warning, "Weak certificate",
        "Senders whose OpenSSL is at security level 2, as on Debian, Ubuntu and Red Hat, refuse the certificate of {0}: {1}.",
        "RFC 9325 §4.5",
        "Install a certificate with a key of at least RSA 2048 or P-256, a SHA-256 signature, and the key usage digitalSignature.");

    /// <summary><c>MTASTS5039</c>: Policy not reached in time.</summary>
    public static readonly Rule PolicyNotReached = Band.Add("MTASTS5039", Severity.Warning, "Policy not reached in time",
        "Whether {0} serves a policy is not known: {1}.",
        "RFC 8461 §3.3",
        "Allow more time for a domain, and find out which of its hosts are slow.");
}
