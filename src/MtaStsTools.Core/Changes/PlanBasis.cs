namespace MtaStsTools;

/// <summary>What a domain was like when a plan was made for it, as far as no step of the plan says so.</summary>
public sealed record PlanBasis
{
    /// <summary>The policy domain in A-label form.</summary>
    public required string Domain { get; init; }

    /// <summary>The MX hosts that were assessed; empty where there was none, or none was looked at.</summary>
    public IReadOnlyList<string> MailExchangers { get; init; } = [];

    /// <summary>The policy that senders could fetch; null where there was none.</summary>
    public MtaStsPolicy? ServedPolicy { get; init; }
}
