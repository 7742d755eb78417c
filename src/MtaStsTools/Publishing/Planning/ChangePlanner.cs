using System.Globalization;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Publishing.Planning;

/// <summary>Desired and observed in, plan out. Pure: no clock, no network.</summary>
internal static class ChangePlanner
{
    /// <summary>Where the plan would be carried out.</summary>
    public sealed record Place(string Domain, string Zone, string Provider);

    public static ChangePlan Publish(Place place, PublishRequest request, TxtRecordSet observed, TimeSpan defaultTtl, DateTimeOffset now)
    {
        if (observed.Alias is not null)
            return Aliased(place, observed);

        var own = OwnRecords(observed);
        var valid = own.Select(entry => entry.Record).OfType<MtaStsRecord>().ToList();
        var (id, reason) = ChooseId(request, valid, now);
        var matching = own.FirstOrDefault(entry => entry.Record is { } record && string.Equals(record.Id, id, StringComparison.Ordinal));
        var desired = matching.Record ?? (valid.Count > 0 ? valid[0] with { Id = id } : new MtaStsRecord { Id = id });
        var ttl = request.Ttl ?? observed.Ttl ?? defaultTtl;
        var rewrite = matching.Value is not null && request.Ttl is not null && observed.Ttl != request.Ttl;
        if (rewrite)
            reason = "The time to live changes.";

        var kept = rewrite ? null : matching.Value;
        if (kept is not null && own.Count > 1)
            reason = $"One record is to remain of {own.Count.ToString(CultureInfo.InvariantCulture)}.";
        var steps = ExistingSteps(observed, kept, ttl);
        if (kept is null)
            steps.Add(Step(ChangeKind.Add, observed.RecordName, ttl, matching.Value ?? TxtValue.FromText(desired.ToString())));

        return new ChangePlan
        {
            Domain = place.Domain,
            RecordName = observed.RecordName,
            Zone = place.Zone,
            Provider = place.Provider,
            Reason = reason,
            Steps = steps,
            Before = own.Count == 1 ? own[0].Record : null,
            After = desired,
            Findings = StaleId(request, valid, observed.RecordName),
        };
    }

    public static ChangePlan Remove(Place place, TxtRecordSet observed)
    {
        if (observed.Alias is not null)
            return Aliased(place, observed);

        var own = OwnRecords(observed);
        return new ChangePlan
        {
            Domain = place.Domain,
            RecordName = observed.RecordName,
            Zone = place.Zone,
            Provider = place.Provider,
            Reason = own.Count == 0 ? "There is no MTA-STS record to remove." : "The MTA-STS record will be removed.",
            Steps = ExistingSteps(observed, kept: null, observed.Ttl ?? TimeSpan.Zero),
            Before = own.Count == 1 ? own[0].Record : null,
        };
    }

    private static ChangePlan Aliased(Place place, TxtRecordSet observed) => new()
    {
        Domain = place.Domain,
        RecordName = observed.RecordName,
        Zone = place.Zone,
        Provider = place.Provider,
        Reason = "The record name is an alias.",
        Findings = [PublishingRules.RecordDelegated.On(observed.RecordName, observed.RecordName, observed.Alias)],
    };

    private static (string Id, string Reason) ChooseId(PublishRequest request, List<MtaStsRecord> live, DateTimeOffset now)
    {
        if (request.Id is { } given)
        {
            var same = live.Exists(record => string.Equals(record.Id, given, StringComparison.Ordinal));
            return (given, same ? $"The record already has the id '{given}'." : live.Count == 0 ? "There is no valid record yet." : $"The id '{live[0].Id}' is to be '{given}'.");
        }

        var policy = request.Policy ?? throw new ArgumentException("Give the policy to announce, or an id.", nameof(request));
        if (live.Find(record => PolicyId.Announces(record.Id, policy) == true) is { } announced)
            return (announced.Id, "The record already announces this policy.");
        if (live.Count == 0)
            return (PolicyId.Derive(policy, now), "There is no valid record yet.");
        return (PolicyId.Derive(policy, now), PolicyId.Announces(live[0].Id, policy) is null
            ? $"The id '{live[0].Id}' does not say which policy it announces, so a new one is given."
            : "The policy has changed.");
    }

    /// <summary>MTASTS8006 where it can be told: the id that stays was derived from another policy.</summary>
    private static IReadOnlyList<Finding> StaleId(PublishRequest request, List<MtaStsRecord> live, string recordName) =>
        request is { Id: { } id, Policy: { } policy }
        && live.Exists(record => string.Equals(record.Id, id, StringComparison.Ordinal))
        && PolicyId.Announces(id, policy) == false
            ? [PublishingRules.IdUnchanged.On(recordName, id)]
            : [];

    private static List<(TxtValue Value, MtaStsRecord? Record)> OwnRecords(TxtRecordSet observed) =>
        [.. observed.Values.Where(value => value.IsMtaSts).Select(value => (value, MtaStsRecord.TryParse(value.Text, out var record, out _) ? record : null))];

    /// <summary>A step for each value that is there: what is not ours stays, and so does <paramref name="kept"/>, once.</summary>
    private static List<ChangeStep> ExistingSteps(TxtRecordSet observed, TxtValue? kept, TimeSpan ttl) =>
        [.. observed.Values.Select(value => !value.IsMtaSts || value.Equals(kept)
            ? Step(ChangeKind.Keep, observed.RecordName, ttl, value)
            : Step(ChangeKind.Remove, observed.RecordName, observed.Ttl ?? ttl, value))];

    private static ChangeStep Step(ChangeKind kind, string recordName, TimeSpan ttl, TxtValue value) =>
        new() { Kind = kind, RecordName = recordName, Ttl = ttl, Value = value };
}
