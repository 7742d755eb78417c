using MtaStsTools.Publishing.Checks;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Publishing.Planning;

/// <summary>When what may be removed (RFC 8461 §8.3). Pure.</summary>
internal static class WithdrawalPlanner
{
    // RFC 8461 §3.2.
    private static readonly TimeSpan LongestPossible = TimeSpan.FromSeconds(31_557_600);

    /// <summary>When every sender's copy of an earlier policy has expired.</summary>
    public static DateTimeOffset Until(WithdrawalRequest request, MtaStsPolicy? stored, MtaStsPolicy? served, MtaStsRecord? record, DateTimeOffset now)
    {
        if ((RemovalMark.Read(stored) ?? RemovalMark.Read(served)) is { } mark)
        {
            var announced = record is null ? null : PolicyId.DerivedAt(record.Id);
            return request.LongestMaxAge is { } given && announced is { } since && since + given + PlanDifferences.Reserve > mark ? since + given + PlanDifferences.Reserve : mark;
        }

        var inForce = new[] { stored, served }.OfType<MtaStsPolicy>().Where(policy => policy.Mode != MtaStsMode.None).Select(policy => policy.MaxAge).ToList();
        var known = inForce.Concat(request.LongestMaxAge is { } longest ? [longest] : []).ToList();
        return now + (known.Count > 0 ? known.Max() : LongestPossible) + PlanDifferences.Reserve;
    }

    /// <summary>The policy 'none' that says until when it stands.</summary>
    public static MtaStsPolicy None(WithdrawalRequest request, MtaStsPolicy? now, DateTimeOffset until) => new()
    {
        Mode = MtaStsMode.None,
        MaxAge = request.NoneMaxAge,
        Mx = now?.Mx ?? [],
        Extensions = [.. (now?.Extensions ?? []).Where(extension => !string.Equals(extension.Name, RemovalMark.Name, StringComparison.Ordinal)), RemovalMark.Of(until)],
    };

    /// <summary>'none' announced, the wait, and then record and file removed: the record first, so that nobody is sent to a policy that is gone.</summary>
    public static IReadOnlyList<IChangeStep> Steps(IReadOnlyList<IChangeStep> announcement, WaitStep wait, RecordChangeStep record, PolicyFileStep file) =>
    [
        .. announcement,
        wait,
        record with { ReadsBack = false },
        SafeOrder.ReadBack(record, mustAgree: true),
        file,
        new TestDomainStep { Domain = record.Domain },
    ];

    /// <summary>An Error where the id of the record is younger than this clock: no time can be reckoned from it.</summary>
    public static IReadOnlyList<Finding> AssessClock(string domain, MtaStsRecord? record, DateTimeOffset now) =>
        record is not null && PolicyId.DerivedAt(record.Id) is { } made && made > now.AddMinutes(5)
            ? [PublishingRules.ClockDisagrees.On(domain, record.Id, domain, RemovalTime.Words(made), RemovalTime.Words(now))]
            : [];
}
