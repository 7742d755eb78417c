using System.Globalization;

namespace MtaStsTools.Publishing.Estates;

/// <summary>Holds a plan against the limits of its estate. Pure.</summary>
internal static class EstateGuard
{
    public static IReadOnlyList<string> Assess(IReadOnlyList<DomainPlan> domains, int estateSize, EstateLimits limits)
    {
        if (estateSize < limits.LeastDomains)
            return [];
        var changed = domains.Where(domain => domain.State == DomainPlanState.Changes && domain.AltersExisting).ToList();
        return
        [
            .. Exceeds("change or remove the MTA-STS", changed.Count, estateSize, limits.MaxChangeShare),
            .. Exceeds("remove the MTA-STS", changed.Count(domain => domain.Removes), estateSize, limits.MaxRemovalShare),
        ];
    }

    private static IEnumerable<string> Exceeds(string what, int count, int all, double limit)
    {
        if (count > limit * all)
            yield return FormattableString.Invariant($"The plan would {what} of {count} of {all} domains ({Percent(count, all)} %), and the limit is {Math.Round(limit * 100, 1)} %.");
    }

    private static string Percent(int count, int all) => Math.Round(100.0 * count / all, 1).ToString(CultureInfo.InvariantCulture);
}
