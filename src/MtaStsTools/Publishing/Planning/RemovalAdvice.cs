namespace MtaStsTools.Publishing.Planning;

/// <summary>What to know before a record is removed (RFC 8461 §8.3): senders keep what they have cached. Pure.</summary>
internal static class RemovalAdvice
{
    public static IEnumerable<Finding> Assess(string domain, DomainReport? report) =>
    [
        report?.Policy switch
        {
            null => PublishingRules.RemovalUnproven.On(domain, domain, report is null ? "its policy host was not asked." : NoPolicy.Reason(report)),
            { Mode: MtaStsMode.None } => PublishingRules.RemovalWait.On(domain, domain),
            var policy => PublishingRules.RemovalInForce.On(domain, domain, policy.Mode.ToString().ToLowerInvariant(), (long)policy.MaxAge.TotalSeconds),
        },
    ];
}
