namespace MtaStsTools;

/// <summary>A policy drafted from MX hosts, and why each pattern is in it.</summary>
public sealed record PolicyDraft
{
    /// <summary>The policy: it covers every one of the hosts.</summary>
    public required MtaStsPolicy Policy { get; init; }

    /// <summary>The patterns of the policy, in its order.</summary>
    public required IReadOnlyList<DraftedPattern> Patterns { get; init; }
}

/// <summary>One pattern of a draft.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Provider">The provider whose hosts it covers, or null for any other host.</param>
/// <param name="Hosts">The MX hosts that it covers, most preferred first.</param>
public sealed record DraftedPattern(MxPattern Pattern, string? Provider, IReadOnlyList<string> Hosts);
