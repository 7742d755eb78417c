namespace MtaStsTools;

/// <summary>8xxx: publishing.</summary>
public static class PublishingRules
{
    /// <summary>Policy cannot be fetched.</summary>
    public static readonly Rule LivePolicyUnavailable = new("MTASTS8001", Severity.Error, "Policy cannot be fetched",
        "The policy of {0} cannot be fetched, so a new record would announce nothing: {1}",
        "RFC 8461 §8.1",
        "Serve the policy file first.");

    /// <summary>Live policy is not valid.</summary>
    public static readonly Rule LivePolicyInvalid = new("MTASTS8002", Severity.Error, "Live policy is not valid",
        "The policy that {0} serves is not valid: {1}",
        "RFC 8461 §8.1",
        "Mend the policy file first.");

    /// <summary>Live policy is another.</summary>
    public static readonly Rule LivePolicyDiffers = new("MTASTS8003", Severity.Error, "Live policy is another",
        "The policy that {0} serves is not the one to be announced: {1}.",
        "RFC 8461 §8.1",
        "Serve the new policy first, and check it on every address.");

    /// <summary>Enforce would stop mail.</summary>
    public static readonly Rule EnforceWouldRefuse = new("MTASTS8004", Severity.Error, "Enforce would stop mail",
        "Under 'enforce' senders would refuse the MX {0}: {1}",
        "RFC 8461 §8.1",
        "Mend the MX or the policy first, or stay in testing mode.");

    /// <summary>An MX could not be checked.</summary>
    public static readonly Rule EnforceUnproven = new("MTASTS8005", Severity.Warning, "An MX could not be checked",
        "The MX {0} could not be checked before 'enforce' is announced: {1}",
        "RFC 8461 §8.1",
        "Check it from a place where port 25 is open.");

    /// <summary>Same id for a changed policy.</summary>
    public static readonly Rule IdUnchanged = new("MTASTS8006", Severity.Warning, "Same id for a changed policy",
        "The policy differs from the one that was announced, and the id '{0}' stays the same, so senders will not fetch it.",
        "RFC 8461 §3.1",
        "Use a new id.");

    /// <summary>Record is an alias.</summary>
    public static readonly Rule RecordDelegated = new("MTASTS8007", Severity.Error, "Record is an alias",
        "{0} is an alias of {1}; a record cannot be published beside a CNAME.",
        "RFC 1034 §3.6.2",
        "Publish at the target, with its zone and key.");

    /// <summary>Check overridden.</summary>
    public static readonly Rule Overridden = new("MTASTS8008", Severity.Warning, "Check overridden",
        "{0} was overridden by -Force: {1}",
        "RFC 8461 §8.1",
        "Make sure that this is meant.");
}
