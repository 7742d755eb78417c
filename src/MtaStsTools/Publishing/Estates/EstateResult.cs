using System.Globalization;

namespace MtaStsTools.Publishing.Estates;

/// <summary>What applying an <see cref="EstatePlan"/> came to.</summary>
public sealed record EstateResult
{
    /// <summary>What each domain came to, in the order of the plan.</summary>
    public required IReadOnlyList<DomainResult> Domains { get; init; }

    /// <summary>From the first request to the last answer.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Every domain is as it shall be, or waits for its time.</summary>
    public bool Succeeded => Domains.All(domain => domain.Outcome is DomainOutcome.Unchanged or DomainOutcome.Changed or DomainOutcome.Waiting);

    /// <summary>The numbers, and a line for each domain that is not as it shall be. Safe to display.</summary>
    public override string ToString() => string.Join("\n",
    [
        string.Join(", ", Domains.GroupBy(domain => domain.Outcome).OrderBy(group => group.Key).Select(group => $"{group.Key}: {group.Count().ToString(CultureInfo.InvariantCulture)}")),
        .. Domains.Where(domain => domain.Outcome is DomainOutcome.Refused or DomainOutcome.Failed or DomainOutcome.NotVerified).Select(domain => $"{domain}"),
    ]);
}
