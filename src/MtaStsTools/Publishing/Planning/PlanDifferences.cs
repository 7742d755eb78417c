using System.Globalization;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Publishing.Planning;

/// <summary>What a plan was made against, held against what is there now. Null means no difference. Pure.</summary>
internal static class PlanDifferences
{
    /// <summary>How long the date of a removal holds after it was reckoned: it has this much in reserve.</summary>
    public static readonly TimeSpan Reserve = TimeSpan.FromDays(1);

    public static PlanDifference? OfAge(ChangePlan plan, DateTimeOffset now) =>
        plan.Steps.OfType<WaitStep>().FirstOrDefault() is { } wait && plan.PlannedAt is { } planned && now - planned > Reserve && plan.Steps.OfType<PolicyFileStep>().Any(step => !step.IsEmpty && step.Change.Body is not null)
            ? new PlanDifference { Domain = wait.Domain, Subject = "the date of removal", Planned = $"reckoned at {Time(planned)}", Now = $"more than a day older at {Time(now)}" }
            : null;

    public static PlanDifference? OfPlace(IChangeStep step, string given) => string.Equals(step.Provider, given, StringComparison.Ordinal)
        ? null
        : new PlanDifference { Domain = step.Domain, Subject = "where it is changed", Planned = step.Provider, Now = DisplayText.Sanitize(given) };

    /// <summary>A file that is none of those that the plan passes through, from the one that was read to the one that it ends with.</summary>
    public static PlanDifference? OfFile(IReadOnlyList<PolicyFileStep> steps, StoredPolicy now) =>
        steps.SelectMany(step => new[] { step.Change.Expected.Body, step.Change.Body }).Any(body => new PolicyFileChange { Expected = now, Body = body }.IsEmpty)
            ? null
            : new PlanDifference { Domain = now.Domain, Subject = $"the policy file at {now.Location}", Planned = Show(steps[0].Change.Expected.Body), Now = Show(now.Body) };

    /// <summary>Records that are none of those that the plan passes through.</summary>
    public static PlanDifference? OfRecord(IReadOnlyList<RecordChangeStep> steps, string zone, TxtRecordSet now)
    {
        var (domain, change) = (steps[0].Domain, steps[0].Change);
        if (!string.Equals(zone, change.Zone, StringComparison.OrdinalIgnoreCase))
            return new PlanDifference { Domain = domain, Subject = $"the zone of {change.RecordName}", Planned = change.Zone, Now = DisplayText.Sanitize(zone) };
        if (steps.Any(step => now.HasExactly(step.Change.Expected) || now.HasExactly(step.Change.Result)))
            return null;
        return new PlanDifference
        {
            Domain = domain,
            Subject = change.RecordName,
            Planned = Show(change.Expected),
            Now = now.Alias is { } alias ? $"an alias of {DisplayText.Sanitize(alias)}" : Show(now.Values),
        };
    }

    public static IEnumerable<PlanDifference> OfDomain(PlanBasis basis, DomainReport now, IReadOnlyList<MtaStsPolicy> planned)
    {
        var hosts = now.MailExchangers.Select(mx => mx.Host).ToList();
        if (!new HashSet<string>(hosts, StringComparer.OrdinalIgnoreCase).SetEquals(basis.MailExchangers))
            yield return new PlanDifference { Domain = basis.Domain, Subject = $"the MX hosts of {basis.Domain}", Planned = Show(basis.MailExchangers), Now = Show(hosts) };
        if (!Same(basis.ServedPolicy, now.Policy) && !planned.Any(policy => Same(policy, now.Policy)))
        {
            yield return new PlanDifference
            {
                Domain = basis.Domain,
                Subject = $"the policy that {WellKnownNames.PolicyHostOf(basis.Domain)} serves",
                Planned = Show(basis.ServedPolicy),
                Now = Show(now.Policy),
            };
        }
    }

    private static bool Same(MtaStsPolicy? one, MtaStsPolicy? other) => one is null || other is null ? one is null && other is null : PolicyDifferences.Describe(one, other) is null;

    private static string Show(IReadOnlyList<TxtValue> values) => values.Count == 0 ? "without a TXT record" : string.Join(" ", values.Take(8)) + (values.Count > 8 ? " …" : "");

    private static string Show(IReadOnlyList<string> hosts) => hosts.Count == 0 ? "none" : string.Join(", ", hosts.Take(8).Select(host => DisplayText.Sanitize(host))) + (hosts.Count > 8 ? " …" : "");

    public static string Show(MtaStsPolicy? policy) => policy is null ? "none" : $"'{string.Join("; ", policy.ToString().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Take(8).Select(line => DisplayText.Sanitize(line)))}'";

    private static string Show(ReadOnlyMemory<byte>? body) => body is not { } octets ? "none"
        : MtaStsPolicy.TryParse(octets.Span, out var policy, out _) ? Show(policy)
        : $"{octets.Length.ToString(CultureInfo.InvariantCulture)} octets that are no valid policy";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
