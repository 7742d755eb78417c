namespace MtaStsTools;

/// <summary>8xxx: publishing.</summary>
public static class PublishingRules
{
    internal static readonly RuleBand Band = new(RuleCategory.Publishing, RuleSurfaces.Publishing);

    /// <summary><c>MTASTS8001</c>: Policy cannot be fetched.</summary>
    public static readonly Rule LivePolicyUnavailable = Band.Add("MTASTS8001", Severity.Error, "Policy cannot be fetched",
        "The policy of {0} cannot be fetched, so a new record would announce nothing: {1}",
        "RFC 8461 §8.1",
        "Serve the policy file first.");

    /// <summary><c>MTASTS8002</c>: Live policy is not valid.</summary>
    public static readonly Rule LivePolicyInvalid = Band.Add("MTASTS8002", Severity.Error, "Live policy is not valid",
        "The policy that {0} serves is not valid: {1}",
        "RFC 8461 §8.1",
        "Fix the policy file first.");

    /// <summary><c>MTASTS8003</c>: Live policy is another.</summary>
    public static readonly Rule LivePolicyDiffers = Band.Add("MTASTS8003", Severity.Error, "Live policy is another",
        "The policy that {0} serves is not the one to be announced: {1}.",
        "RFC 8461 §8.1",
        "Serve the new policy first, and check it on every address.");

    /// <summary><c>MTASTS8004</c>: Enforce would stop mail.</summary>
    public static readonly Rule EnforceWouldRefuse = Band.Add("MTASTS8004", Severity.Error, "Enforce would stop mail",
        "Under 'enforce' senders would refuse the MX {0}: {1}",
        "RFC 8461 §8.1",
        "Fix the MX or the policy first, or stay in testing mode.");

    /// <summary><c>MTASTS8005</c>: An MX could not be checked.</summary>
    public static readonly Rule EnforceUnproven = Band.Add("MTASTS8005", Severity.Warning, "An MX could not be checked",
        "The MX {0} could not be checked before 'enforce' is announced: {1}",
        "RFC 8461 §8.1",
        "Check it from a place where port 25 is open.");

    /// <summary><c>MTASTS8006</c>: Same id for a changed policy.</summary>
    public static readonly Rule IdUnchanged = Band.Add("MTASTS8006", Severity.Warning, "Same id for a changed policy",
        "The policy differs from the one that was announced, and the id '{0}' stays the same, so senders will not fetch it.",
        "RFC 8461 §3.1",
        "Use a new id.");

    /// <summary><c>MTASTS8007</c>: Record is an alias.</summary>
    public static readonly Rule RecordDelegated = Band.Add("MTASTS8007", Severity.Error, "Record is an alias",
        "{0} is an alias of {1}; a record cannot be published beside a CNAME.",
        "RFC 1034 §3.6.2",
        "Publish at the target, with its zone and key.");

    /// <summary><c>MTASTS8008</c>: Check overridden.</summary>
    public static readonly Rule Overridden = Band.Add("MTASTS8008", Severity.Warning, "Check overridden",
        "{0} was overridden: {1}",
        "RFC 8461 §8.1",
        "Make sure that this is meant.");

    /// <summary><c>MTASTS8009</c>: Removal while a policy is in force.</summary>
    public static readonly Rule RemovalInForce = Band.Add("MTASTS8009", Severity.Warning, "Removal while a policy is in force",
        "{0} still serves the mode '{1}': a sender that has fetched it keeps to it for up to {2} s after the record is gone.",
        "RFC 8461 §8.3",
        "Serve mode 'none' with a short max_age under a new id first, wait out the longest max_age ever served, then remove the record.");

    /// <summary><c>MTASTS8010</c>: Removal without a look at the policy.</summary>
    public static readonly Rule RemovalUnproven = Band.Add("MTASTS8010", Severity.Warning, "Removal without a look at the policy",
        "It is not known which policy senders of mail to {0} may still hold: {1}",
        "RFC 8461 §8.3",
        "Make sure that mode 'none' was served for longer than the longest max_age before it.");

    /// <summary><c>MTASTS8011</c>: Senders may hold an earlier policy.</summary>
    public static readonly Rule RemovalWait = Band.Add("MTASTS8011", Severity.Info, "Senders may hold an earlier policy",
        "{0} serves the mode 'none'; a sender that has not come back since keeps its earlier policy until that one's max_age is over.",
        "RFC 8461 §8.3",
        "Remove the record only when the longest max_age ever served has passed since 'none' was announced.");

    /// <summary><c>MTASTS8012</c>: Server does not have the change.</summary>
    public static readonly Rule ServerBehind = Band.Add("MTASTS8012", Severity.Warning, "Server does not have the change",
        "An authoritative server does not have the change of {0} yet: {1}",
        "RFC 1034 §4.3.5",
        "Wait for the zone transfer, then read the record again; if it stays so, look at the transfers of that server.");

    /// <summary><c>MTASTS8013</c>: A wildcard answers in place of the record.</summary>
    public static readonly Rule WildcardAnswers = Band.Add("MTASTS8013", Severity.Warning, "A wildcard answers in place of the record",
        "The record at {0} is removed, but a wildcard of the zone now makes up an MTA-STS record for that name: {1}",
        "RFC 4592 §2.2.1",
        "Remove the wildcard or its MTA-STS record, or put a TXT record of any other text at the name: no wildcard answers for a name that exists.");

    /// <summary><c>MTASTS8021</c>: Policy is not on every address yet.</summary>
    public static readonly Rule PolicyPartlyServed = Band.Add("MTASTS8021", Severity.Error, "Policy is not on every address yet",
        "Of the addresses of {0}, only some serve the policy that is to be announced: {1}",
        "RFC 8461 §8.1",
        "Wait until every server behind the name has the file, and try again; if it stays so, look at the server that lags.");

    /// <summary><c>MTASTS8022</c>: Change was acknowledged and not made.</summary>
    public static readonly Rule ChangeNotMade = Band.Add("MTASTS8022", Severity.Error, "Change was acknowledged and not made",
        "{0} acknowledged the change of {1}, and no server that could be asked has it: {2}",
        "RFC 8461 §8.1",
        "Look at the record where it is kept: the account may have no right to that zone, or the zone may be served from elsewhere.");

    /// <summary><c>MTASTS8023</c>: Clocks disagree.</summary>
    public static readonly Rule ClockDisagrees = Band.Add("MTASTS8023", Severity.Error, "Clocks disagree",
        "The id '{0}' of {1} was made at {2}, which is later than the clock of this machine ({3}), so no time can be reckoned from it.",
        "RFC 8461 §8.3",
        "Set the clocks of the machines that publish by a time server.");

    /// <summary><c>MTASTS8024</c>: Resolver has an earlier answer.</summary>
    public static readonly Rule ResolverBehind = Band.Add("MTASTS8024", Severity.Warning, "Resolver has an earlier answer",
        "The resolver that was asked still gives what {0} had before the change, as senders' resolvers may until its time to live is over.",
        "RFC 8461 §8.1",
        "Test the domain again when the time to live of the old record has passed.");

    /// <summary><c>MTASTS8025</c>: Enforce without reports.</summary>
    public static readonly Rule EnforceWithoutReports = Band.Add("MTASTS8025", Severity.Error, "Enforce without reports",
        "{0} has no usable TLSRPT record, so nobody would tell of mail that 'enforce' stops.",
        "RFC 8460 §3",
        "Publish a TLSRPT record and stay in testing mode until reports have come.");

    /// <summary><c>MTASTS8026</c>: Senders may still hold an earlier policy.</summary>
    public static readonly Rule RemovalTooEarly = Band.Add("MTASTS8026", Severity.Error, "Senders may still hold an earlier policy",
        "Senders of mail to {0} may hold its earlier policy until {1}.",
        "RFC 8461 §8.3",
        "Remove record and policy after that time.");

    /// <summary><c>MTASTS8027</c>: Domain fails its test.</summary>
    public static readonly Rule TestFailed = Band.Add("MTASTS8027", Severity.Error, "Domain fails its test",
        "The change of {0} is made, and senders do not find what was meant: {1}",
        "RFC 8461 §8.1",
        "Test the domain and follow its findings.");

    /// <summary><c>MTASTS8028</c>: Alias is ready and not announced.</summary>
    public static readonly Rule AliasNotAnnounced = Band.Add("MTASTS8028", Severity.Warning, "Alias is ready and not announced",
        "The policy host of {0} is ready; in its zone this record is to be made, {1}: {2}",
        "RFC 8461 §8.2",
        "Make that record.");

    /// <summary><c>MTASTS8029</c>: Alias must not be announced yet.</summary>
    public static readonly Rule AliasNotReady = Band.Add("MTASTS8029", Severity.Warning, "Alias must not be announced yet",
        "{0} is not ready to be announced: {1} It needs the record {2} and a certificate for that name.",
        "RFC 8461 §8.2",
        "Lead the alias's policy host to the shared one, have a certificate issued for its name, and try again.");

    /// <summary><c>MTASTS8031</c>: Policy host does not exist.</summary>
    public static readonly Rule PolicyHostMissing = Band.Add("MTASTS8031", Severity.Error, "Policy host does not exist",
        "{0} does not exist, so no sender can fetch a policy from it.",
        "RFC 8461 §3.3",
        "Publish A or AAAA records for the policy host, or a CNAME to the web server that serves the policy.");

    /// <summary><c>MTASTS8032</c>: Certificate that is needed.</summary>
    public static readonly Rule CertificateNeeded = Band.Add("MTASTS8032", Severity.Info, "Certificate that is needed",
        "The policy host needs a certificate of a public authority with the DNS name {0}; one for {1} does too.",
        "RFC 8461 §3.3",
        "Have the web server get the certificate by ACME, and check that it sends the intermediates.");
}
