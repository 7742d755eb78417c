namespace MtaStsTools;

/// <summary>6xxx: the MX hosts (RFC 8461 §4, RFC 3207, RFC 5321 §5).</summary>
public static class MailExchangerRules
{
    internal static readonly RuleBand Band = new(RuleCategory.MailExchanger, RuleSurfaces.Live);

    /// <summary><c>MTASTS6001</c>: MX not covered by the policy.</summary>
    public static readonly Rule NotCovered = Band.Add("MTASTS6001", Severity.Error, "MX not covered by the policy",
        "No mx pattern of the policy covers the MX {0}; under 'enforce' no sender will deliver to it.",
        "RFC 8461 §4.1",
        "Add an mx line for it, serve the policy, and then change the record's id.");

    /// <summary><c>MTASTS6002</c>: mx pattern covers no MX.</summary>
    public static readonly Rule PatternCoversNothing = Band.Add("MTASTS6002", Severity.Warning, "mx pattern covers no MX",
        "The mx pattern '{0}' covers none of the MX hosts.",
        "RFC 8461 §4.1",
        "Remove the pattern if no host will come back under it.");

    /// <summary><c>MTASTS6003</c>: No STARTTLS.</summary>
    public static readonly Rule NoStartTls = Band.Add("MTASTS6003", Severity.Error, "No STARTTLS",
        "{0} does not offer STARTTLS.",
        "RFC 8461 §4.2",
        "Enable STARTTLS on the mail server.");

    /// <summary><c>MTASTS6004</c>: STARTTLS refused.</summary>
    public static readonly Rule StartTlsRefused = Band.Add("MTASTS6004", Severity.Error, "STARTTLS refused",
        "{0} offers STARTTLS and then refuses it: {1}.",
        "RFC 8461 §4.2",
        "Fix the TLS set-up of the mail server.");

    /// <summary><c>MTASTS6005</c>: TLS handshake failed.</summary>
    public static readonly Rule TlsFailed = Band.Add("MTASTS6005", Severity.Error, "TLS handshake failed",
        "The TLS handshake with {0} failed: {1}.",
        "RFC 8461 §4.2",
        "Fix the TLS set-up of the mail server.");

    /// <summary><c>MTASTS6006</c>: TLS older than 1.2.</summary>
    public static readonly Rule TlsTooOld = Band.Add("MTASTS6006", Severity.Error, "TLS older than 1.2",
        "{0} speaks no TLS newer than {1}; senders need 1.2.",
        "RFC 8461 §4.2",
        "Enable TLS 1.2 and 1.3 on the mail server.");

    /// <summary><c>MTASTS6007</c>: Certificate not trusted.</summary>
    public static readonly Rule CertificateNotTrusted = Band.Add("MTASTS6007", Severity.Error, "Certificate not trusted",
        "The certificate of {0} does not chain to a trusted root: {1}.",
        "RFC 8461 §4.2",
        "Install a certificate of a public authority, with its intermediates.");

    /// <summary><c>MTASTS6008</c>: Certificate expired.</summary>
    public static readonly Rule CertificateExpired = Band.Add("MTASTS6008", Severity.Error, "Certificate expired",
        "The certificate of {0} expired on {1:yyyy-MM-dd}.",
        "RFC 8461 §4.2",
        "Renew the certificate, and automate the renewal.");

    /// <summary><c>MTASTS6009</c>: Certificate not yet valid.</summary>
    public static readonly Rule CertificateNotYetValid = Band.Add("MTASTS6009", Severity.Error, "Certificate not yet valid",
        "The certificate of {0} is valid only from {1:yyyy-MM-dd HH:mm} UTC on.",
        "RFC 8461 §4.2",
        "Install a certificate that is valid now, and check the clock.");

    /// <summary><c>MTASTS6010</c>: Certificate for another name.</summary>
    public static readonly Rule CertificateNameMismatch = Band.Add("MTASTS6010", Severity.Error, "Certificate for another name",
        "The certificate of {0} is for {1}.",
        "RFC 8461 §4.2",
        "Install a certificate whose subject alternative names have the MX host.");

    /// <summary><c>MTASTS6011</c>: Certificate without subject alternative name.</summary>
    public static readonly Rule CertificateWithoutSan = Band.Add("MTASTS6011", Severity.Error, "Certificate without subject alternative name",
        "The certificate of {0} has its name only in the common name, which senders ignore.",
        "RFC 8461 §4.2",
        "Install a certificate with the MX host as a DNS subject alternative name.");

    /// <summary><c>MTASTS6012</c>: Self-signed certificate.</summary>
    public static readonly Rule CertificateSelfSigned = Band.Add("MTASTS6012", Severity.Error, "Self-signed certificate",
        "The certificate of {0} is self-signed.",
        "RFC 8461 §4.2",
        "Install a certificate of a public authority, or publish TLSA records under DNSSEC.");

    /// <summary><c>MTASTS6013</c>: MX could not be reached from here.</summary>
    public static readonly Rule Unreachable = Band.Add("MTASTS6013", Severity.Warning, "MX could not be reached from here",
        "{0} could not be reached from here: {1}.",
        "RFC 8461 §4.2",
        "Check the host; if it works for others, test from a place where port 25 is open.");

    /// <summary><c>MTASTS6014</c>: Port 25 seems to be blocked here.</summary>
    public static readonly Rule Port25Blocked = Band.Add("MTASTS6014", Severity.Warning, "Port 25 seems to be blocked here",
        "No MX host could be connected to in time: outgoing port 25 seems to be blocked here, unless all of them are down.",
        "RFC 8461 §4.2",
        "Test from a place where port 25 is open, or leave SMTP out.");

    /// <summary><c>MTASTS6015</c>: Implicit MX.</summary>
    public static readonly Rule ImplicitMx = Band.Add("MTASTS6015", Severity.Info, "Implicit MX",
        "{0} has no MX record, so the domain itself is its MX.",
        "RFC 5321 §5.1",
        "Publish an MX record.");

    /// <summary><c>MTASTS6016</c>: Null MX.</summary>
    public static readonly Rule NullMx = Band.Add("MTASTS6016", Severity.Info, "Null MX",
        "{0} accepts no mail (null MX).",
        "RFC 7505 §3",
        "Nothing; a domain without mail needs no MTA-STS.");

    /// <summary><c>MTASTS6017</c>: MX could not be looked up.</summary>
    public static readonly Rule LookupIndeterminate = Band.Add("MTASTS6017", Severity.Warning, "MX could not be looked up",
        "The MX records of {0} could not be looked up: {1}.",
        "RFC 5321 §5.1",
        "Fix the name servers of the domain, or ask another resolver.");

    /// <summary><c>MTASTS6018</c>: MX has no address.</summary>
    public static readonly Rule NoAddress = Band.Add("MTASTS6018", Severity.Error, "MX has no address",
        "The MX {0} has no address.",
        "RFC 5321 §5.1",
        "Publish A or AAAA records for it, or remove the MX record.");

    /// <summary><c>MTASTS6019</c>: MX is an alias.</summary>
    public static readonly Rule IsAlias = Band.Add("MTASTS6019", Severity.Warning, "MX is an alias",
        "The MX {0} is a CNAME, which MX records must not point to.",
        "RFC 5321 §5.1",
        "Name the target in the MX record.");

    /// <summary><c>MTASTS6020</c>: MX not reachable from outside.</summary>
    public static readonly Rule NotGlobal = Band.Add("MTASTS6020", Severity.Error, "MX not reachable from outside",
        "Every address of the MX {0} is private or otherwise not global ({1}).",
        "RFC 8461 §4.2",
        "Publish the MX at a global address, or remove its MX record.");

    /// <summary><c>MTASTS6021</c>: Some addresses not reachable from outside.</summary>
    public static readonly Rule PartlyNotGlobal = Band.Add("MTASTS6021", Severity.Warning, "Some addresses not reachable from outside",
        "Some addresses of the MX {0} are private or otherwise not global ({1}).",
        "RFC 8461 §4.2",
        "Remove those addresses from the public zone.");

    /// <summary><c>MTASTS6022</c>: Addresses behave differently.</summary>
    public static readonly Rule AddressesDiffer = Band.Add("MTASTS6022", Severity.Warning, "Addresses behave differently",
        "The addresses of {0} behave differently: {1}.",
        "RFC 8461 §4.2",
        "Give every address the same TLS set-up and certificate.");

    /// <summary><c>MTASTS6023</c>: MX turns us away.</summary>
    public static readonly Rule GreetingRejected = Band.Add("MTASTS6023", Severity.Warning, "MX turns us away",
        "{0} turned the connection away: {1}.",
        "RFC 5321 §3.1",
        "Test from an address that the server accepts.");

    /// <summary><c>MTASTS6024</c>: Answer is not SMTP.</summary>
    public static readonly Rule SmtpProtocolError = Band.Add("MTASTS6024", Severity.Warning, "Answer is not SMTP",
        "{0} did not give a valid SMTP answer: {1}.",
        "RFC 5321 §4.2",
        "Fix the mail server, or what stands before it.");

    /// <summary><c>MTASTS6025</c>: Certificate expires soon.</summary>
    public static readonly Rule CertificateExpiresSoon = Band.Add("MTASTS6025", Severity.Warning, "Certificate expires soon",
        "The certificate of {0} expires on {1:yyyy-MM-dd}.",
        "RFC 8461 §4.2",
        "Renew the certificate; check that the renewal is automatic.");

    /// <summary><c>MTASTS6026</c>: Addresses of an MX could not be looked up.</summary>
    public static readonly Rule AddressLookupIndeterminate = Band.Add("MTASTS6026", Severity.Warning, "Addresses of an MX could not be looked up",
        "The addresses of the MX {0} could not be looked up: {1}.",
        "RFC 5321 §5.1",
        "Fix the name servers of that host, or ask another resolver.");

    /// <summary><c>MTASTS6027</c>: Intermediate certificate missing.</summary>
    public static readonly Rule CertificateChainIncomplete = Band.Add("MTASTS6027", Severity.Error, "Intermediate certificate missing",
        "{0} does not send the certificate of its issuer ({1}), and no trusted root has that name.",
        "RFC 8461 §4.2",
        "Configure the full chain on the mail server; the authority must be a public one.");

    /// <summary><c>MTASTS6028</c>: MX is an IP address.</summary>
    public static readonly Rule IsIpAddress = Band.Add("MTASTS6028", Severity.Error, "MX is an IP address",
        "The MX record names '{0}', an IP address in place of a host name.",
        "RFC 5321 §5.1",
        "Name a host in the MX record.");

    /// <summary><c>MTASTS6029</c>: Weak cipher suite.</summary>
    public static readonly Rule CipherSuiteWeak = Band.Add("MTASTS6029", Severity.Warning, "Weak cipher suite",
        "{0} chooses the cipher suite {1}, which {2}; some senders no longer offer it.",
        "RFC 9325 §4.2",
        "Enable TLS 1.3, and for TLS 1.2 the ECDHE suites with AES-GCM, on the mail server.");

    /// <summary><c>MTASTS6030</c>: Weak certificate.</summary>
    public static readonly Rule CertificateWeak = Band.Add("MTASTS6030", Severity.Warning, "Weak certificate",
        "Senders whose OpenSSL is at security level 2, as on Debian, Ubuntu and Red Hat, refuse the certificate of {0}: {1}.",
        "RFC 9325 §4.5",
        "Install a certificate with a key of at least RSA 2048 or P-256, a SHA-256 signature, and the key usage digitalSignature.");
}
