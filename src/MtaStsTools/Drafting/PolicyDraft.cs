namespace MtaStsTools;

/// <summary>A policy drafted from MX hosts, and why each pattern is in it.</summary>
public sealed record PolicyDraft
{
    /// <summary>The policy: it covers every one of the hosts.</summary>
    public required MtaStsPolicy Policy { get; init; }

    /// <summary>The patterns of the policy, in its order.</summary>
    public required IReadOnlyList<DraftedPattern> Patterns { get; init; }
}
