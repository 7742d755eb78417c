namespace MtaStsTools;

/// <summary>5xxx: whether and where the domain's TXT record announces a policy (RFC 8461 §3, §3.1, §8.2).</summary>
public static class AnnouncementRules
{
    internal static readonly RuleBand Band = new(RuleCategory.Announcement, RuleSurfaces.Live);

    /// <summary><c>MTASTS5001</c>: MTA-STS record could not be looked up.</summary>
    public static readonly Rule RecordLookupIndeterminate = Band.Add("MTASTS5001", Severity.Warning, "MTA-STS record could not be looked up",
        "The TXT records of {0} could not be looked up: {1}.",
        "RFC 8461 §3.1",
        "Fix the name servers of the domain, or ask another resolver.");

    /// <summary><c>MTASTS5002</c>: Record is delegated.</summary>
    public static readonly Rule RecordDelegated = Band.Add("MTASTS5002", Severity.Info, "Record is delegated",
        "{0} is an alias of {1}.",
        "RFC 8461 §8.2",
        "Nothing; the owner of the target now controls the record.");

    /// <summary><c>MTASTS5030</c>: Policy without a record.</summary>
    public static readonly Rule PolicyWithoutRecord = Band.Add("MTASTS5030", Severity.Error, "Policy without a record",
        "{0} serves a policy, but there is no TXT record that tells senders of it.",
        "RFC 8461 §3.1",
        "Publish the TXT record at _mta-sts.");

    /// <summary><c>MTASTS5031</c>: MTA-STS is not configured.</summary>
    public static readonly Rule NotConfigured = Band.Add("MTASTS5031", Severity.Info, "MTA-STS is not configured",
        "{0} has neither an MTA-STS record nor a policy.",
        "RFC 8461 §3",
        "Draft a policy in testing mode and publish it.");

    /// <summary><c>MTASTS5032</c>: Parent's policy is not inherited.</summary>
    public static readonly Rule NotInherited = Band.Add("MTASTS5032", Severity.Info, "Parent's policy is not inherited",
        "{0} has MTA-STS, and it does not extend to {1}.",
        "RFC 8461 §3.4",
        "Publish a policy of its own for the subdomain if it receives mail.");

    /// <summary><c>MTASTS5036</c>: Dangling CNAME of the record.</summary>
    public static readonly Rule RecordDangling = Band.Add("MTASTS5036", Severity.Error, "Dangling CNAME of the record",
        "{0} is an alias of {1}, which does not exist; whoever registers that name can announce policies for the domain.",
        "RFC 8461 §8.2",
        "Remove the CNAME, or create its target.");

    /// <summary><c>MTASTS5040</c>: Record at the wrong name.</summary>
    public static readonly Rule RecordMisplaced = Band.Add("MTASTS5040", Severity.Error, "Record at the wrong name",
        "A TXT record at {0} begins 'v=STSv1'; senders look for it at {1} and nowhere else.",
        "RFC 8461 §3.1",
        "Move the record to the name where senders look for it.");

    /// <summary><c>MTASTS5041</c>: Findings left out.</summary>
    public static readonly Rule FindingsLeftOut = Band.Add("MTASTS5041", Severity.Info, "Findings left out",
        "{0} more findings about {1} are left out.",
        "RFC 8461 §3",
        "Fix those that are told, and test again.");

    /// <summary><c>MTASTS5042</c>: No answer from DNS.</summary>
    public static readonly Rule DnsSilent = Band.Add("MTASTS5042", Severity.Warning, "No answer from DNS",
        "No DNS question about {0} was answered: {1}.",
        "RFC 8461 §3.1",
        "Check that the name server that was asked works, or ask another one.");
}
