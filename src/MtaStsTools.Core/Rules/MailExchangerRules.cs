namespace MtaStsTools;

/// <summary>6xxx: the MX hosts (RFC 8461 §4, RFC 3207, RFC 5321 §5).</summary>
public static class MailExchangerRules
{
    internal static readonly RuleBand Band = new(RuleCategory.MailExchanger, RuleSurfaces.Live);

    public static readonly Rule NotCovered = Band.Add("MTASTS6001", Severity.Error, "MX not covered by the policy",
        "No mx pattern of the policy covers the MX {0}; under 'enforce' no sender will deliver to it.",
        "RFC 8461 §4.1",
        "Add an mx line for it, serve the policy, and then change the record's id.");

    public static readonly Rule PatternCoversNothing = Band.Add("MTASTS6002", Severity.Warning, "mx pattern covers no MX",
        "The mx pattern '{0}' covers none of the MX hosts.",
        "RFC 8461 §4.1",
        "Remove the pattern if no host will come back under it.");

    public static readonly Rule NoStartTls = Band.Add("MTASTS6003", Severity.Error, "No STARTTLS",
        "{0} does not offer STARTTLS.",
        "RFC 8461 §4.2",
        "Enable STARTTLS on the mail server.");

    public static readonly Rule StartTlsRefused = Band.Add("MTASTS6004", Severity.Error, "STARTTLS refused",
        "{0} offers STARTTLS and then refuses it: {1}.",
        "RFC 8461 §4.2",
        "Fix the TLS set-up of the mail server.");

    public static readonly Rule TlsFailed = Band.Add("MTASTS6005", Severity.Error, "TLS handshake failed",
        "The TLS handshake with {0} failed: {1}.",
        "RFC 8461 §4.2",
        "Fix the TLS set-up of the mail server.");

    public static readonly Rule TlsTooOld = Band.Add("MTASTS6006", Severity.Error, "TLS older than 1.2",
        "{0} speaks no TLS newer than {1}; senders need 1.2.",
        "RFC 8461 §4.2",
        "Enable TLS 1.2 and 1.3 on the mail server.");

    public static readonly Rule CertificateNotTrusted = Band.Add("MTASTS6007", Severity.Error, "Certificate not trusted",
        "The certificate of {0} does not chain to a trusted root: {1}.",
        "RFC 8461 §4.2",
        "Install a certificate of a public authority, with its intermediates.");

    public static readonly Rule CertificateExpired = Band.Add("MTASTS6008", Severity.Error, "Certificate expired",
        "The certificate of {0} expired on {1:yyyy-MM-dd}.",
        "RFC 8461 §4.2",
        "Renew the certificate, and automate the renewal.");

    public static readonly Rule CertificateNotYetValid = Band.Add("MTASTS6009", Severity.Error, "Certificate not yet valid",
        "The certificate of {0} is valid only from {1:yyyy-MM-dd HH:mm} UTC on.",
        "RFC 8461 §4.2",
        "Install a certificate that is valid now, and check the clock.");

    public static readonly Rule CertificateNameMismatch = Band.Add("MTASTS6010", Severity.Error, "Certificate for another name",
        "The certificate of {0} is for {1}.",
        "RFC 8461 §4.2",
        "Install a certificate whose subject alternative names have the MX host.");

    public static readonly Rule CertificateWithoutSan = Band.Add("MTASTS6011", Severity.Error, "Certificate without subject alternative name",
        "The certificate of {0} has its name only in the common name, which senders ignore.",
        "RFC 8461 §4.2",
        "Install a certificate with the MX host as a DNS subject alternative name.");

    public static readonly Rule CertificateSelfSigned = Band.Add("MTASTS6012", Severity.Error, "Self-signed certificate",
        "The certificate of {0} is self-signed.",
        "RFC 8461 §4.2",
        "Install a certificate of a public authority, or publish TLSA records under DNSSEC.");

    public static readonly Rule Unreachable = Band.Add("MTASTS6013", Severity.Warning, "MX could not be reached from here",
        "{0} could not be reached from here: {1}.",
        "RFC 8461 §4.2",
        "Check the host; if it works for others, test from a place where port 25 is open.");

    public static readonly Rule Port25Blocked = Band.Add("MTASTS6014", Severity.Warning, "Port 25 seems to be blocked here",
        "No MX host could be connected to in time: outgoing port 25 seems to be blocked here, unless all of them are down.",
        "RFC 8461 §4.2",
        "Test from a place where port 25 is open, or leave SMTP out.");

    public static readonly Rule ImplicitMx = Band.Add("MTASTS6015", Severity.Info, "Implicit MX",
        "{0} has no MX record, so the domain itself is its MX.",
        "RFC 5321 §5.1",
        "Publish an MX record.");

    public static readonly Rule NullMx = Band.Add("MTASTS6016", Severity.Info, "Null MX",
        "{0} accepts no mail (null MX).",
        "RFC 7505 §3",
        "Nothing; a domain without mail needs no MTA-STS.");

    public static readonly Rule LookupIndeterminate = Band.Add("MTASTS6017", Severity.Warning, "MX could not be looked up",
        "The MX records of {0} could not be looked up: {1}.",
        "RFC 5321 §5.1",
        "Fix the name servers of the domain, or ask another resolver.");

    public static readonly Rule NoAddress = Band.Add("MTASTS6018", Severity.Error, "MX has no address",
        "The MX {0} has no address.",
        "RFC 5321 §5.1",
        "Publish A or AAAA records for it, or remove the MX record.");

    public static readonly Rule IsAlias = Band.Add("MTASTS6019", Severity.Warning, "MX is an alias",
        "The MX {0} is a CNAME, which MX records must not point to.",
        "RFC 5321 §5.1",
        "Name the target in the MX record.");

    public static readonly Rule NotGlobal = Band.Add("MTASTS6020", Severity.Error, "MX not reachable from outside",
        "Every address of the MX {0} is private or otherwise not global ({1}).",
        "RFC 8461 §4.2",
        "Publish the MX at a global address, or remove its MX record.");

    public static readonly Rule PartlyNotGlobal = Band.Add("MTASTS6021", Severity.Warning, "Some addresses not reachable from outside",
        "Some addresses of the MX {0} are private or otherwise not global ({1}).",
        "RFC 8461 §4.2",
        "Remove those addresses from the public zone.");

    public static readonly Rule AddressesDiffer = Band.Add("MTASTS6022", Severity.Warning, "Addresses behave differently",
        "The addresses of {0} behave differently: {1}.",
        "RFC 8461 §4.2",
        "Give every address the same TLS set-up and certificate.");

    public static readonly Rule GreetingRejected = Band.Add("MTASTS6023", Severity.Warning, "MX turns us away",
        "{0} turned the connection away: {1}.",
        "RFC 5321 §3.1",
        "Test from an address that the server accepts.");

    public static readonly Rule SmtpProtocolError = Band.Add("MTASTS6024", Severity.Warning, "Answer is not SMTP",
        "{0} did not give a valid SMTP answer: {1}.",
        "RFC 5321 §4.2",
        "Fix the mail server, or what stands before it.");

    public static readonly Rule CertificateExpiresSoon = Band.Add("MTASTS6025", Severity.Warning, "Certificate expires soon",
        "The certificate of {0} expires on {1:yyyy-MM-dd}.",
        "RFC 8461 §4.2",
        "Renew the certificate; check that the renewal is automatic.");

    public static readonly Rule AddressLookupIndeterminate = Band.Add("MTASTS6026", Severity.Warning, "Addresses of an MX could not be looked up",
        "The addresses of the MX {0} could not be looked up: {1}.",
        "RFC 5321 §5.1",
        "Fix the name servers of that host, or ask another resolver.");

    public static readonly Rule CertificateChainIncomplete = Band.Add("MTASTS6027", Severity.Error, "Intermediate certificate missing",
        "{0} does not send the certificate of its issuer ({1}), and no trusted root has that name.",
        "RFC 8461 §4.2",
        "Configure the full chain on the mail server; the authority must be a public one.");

    public static readonly Rule IsIpAddress = Band.Add("MTASTS6028", Severity.Error, "MX is an IP address",
        "The MX record names '{0}', an IP address in place of a host name.",
        "RFC 5321 §5.1",
        "Name a host in the MX record.");

    public static readonly Rule CipherSuiteWeak = Band.Add("MTASTS6029", Severity.Warning, "Weak cipher suite",
        "{0} chooses the cipher suite {1}, which {2}; some senders no longer offer it.",
        "RFC 9325 §4.2",
        "Enable TLS 1.3, and for TLS 1.2 the ECDHE suites with AES-GCM, on the mail server.");

    public static readonly Rule CertificateWeak = Band.Add("MTASTS6030", Severity.Warning, "Weak certificate",
        "Senders whose OpenSSL is at security level 2, as on Debian, Ubuntu and Red Hat, refuse the certificate of {0}: {1}.",
        "RFC 9325 §4.5",
        "Install a certificate with a key of at least RSA 2048 or P-256, a SHA-256 signature, and the key usage digitalSignature.");
}
