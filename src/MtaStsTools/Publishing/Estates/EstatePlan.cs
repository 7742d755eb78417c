using System.Globalization;

namespace MtaStsTools.Publishing.Estates;

/// <summary>What is to be done for many domains, worked out before anything is written. The domains are independent of each other.</summary>
public sealed record EstatePlan
{
    /// <summary>What each domain came to, in the order in which they were given.</summary>
    public required IReadOnlyList<DomainPlan> Domains { get; init; }

    /// <summary>When the plan was made.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>Sentences that say how far the plan goes beyond the limits of the estate; none where it does not.</summary>
    public IReadOnlyList<string> Objections { get; init; } = [];

    /// <summary>Nothing would be written.</summary>
    public bool IsEmpty => !Domains.Any(domain => domain.State == DomainPlanState.Changes);

    /// <summary>The steps of all domains that have something to write, one domain after the other: for showing and keeping.</summary>
    public ChangePlan Plan
    {
        get
        {
            var plans = Domains.Where(domain => domain.State == DomainPlanState.Changes).Select(domain => domain.Plan!).ToList();
            return new ChangePlan { PlannedAt = PlannedAt, Basis = [.. plans.SelectMany(plan => plan.Basis)], Steps = [.. plans.SelectMany(plan => plan.Steps)] };
        }
    }

    /// <summary>The numbers of the plan, its steps, and what speaks against it. Safe to display.</summary>
    public override string ToString() => string.Join("\n", [Summary, .. Plan.Lines, .. Domains.Where(domain => domain.State is DomainPlanState.Failed or DomainPlanState.Refused).Select(domain => $"{domain}"), .. Objections]);

    private string Summary => string.Join(", ", Domains.GroupBy(domain => domain.State).OrderBy(group => group.Key).Select(group => $"{group.Key}: {group.Count().ToString(CultureInfo.InvariantCulture)}"));
}
