using System.Diagnostics.CodeAnalysis;

namespace MtaStsTools;

/// <summary>Whose MTA-STS to remove in stages (RFC 8461 §8.3).</summary>
public sealed record WithdrawalRequest
{
    /// <summary>The policy domain.</summary>
    [StringSyntax(DomainName.Syntax)]
    public required string Domain { get; init; }

    /// <summary>
    /// The longest max_age that was ever served, as far as the caller knows; null: that of the policy that is served, or the longest that there is (RFC 8461
    /// §3.2: 31557600 s) where 'none' is served already and nothing says since when.
    /// </summary>
    public TimeSpan? LongestMaxAge { get; init; }

    /// <summary>The max_age of the policy 'none'.</summary>
    public TimeSpan NoneMaxAge { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Does not wait; a Warning (MTASTS8008) tells so.</summary>
    public bool Force { get; init; }
}
