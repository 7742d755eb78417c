using System.Globalization;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Publishing.Planning;

/// <summary>Desired and observed in, step out. Pure: no clock, no network.</summary>
internal static class ChangePlanner
{
    public static RecordChangeStep Publish(ChangePlace place, PublishRequest request, TxtRecordSet observed, TimeSpan defaultTtl, DateTimeOffset now)
    {
        if (observed.Alias is not null)
            return Aliased(place, observed);

        var own = OwnRecords(observed, RecordKind.MtaSts, ReadMtaSts);
        var valid = own.Select(entry => entry.Record).OfType<MtaStsRecord>().ToList();
        var (id, reason) = ChooseId(request, valid, now);
        var ofId = own.FindAll(entry => entry.Record is { } record && string.Equals(record.Id, id, StringComparison.Ordinal));
        var matching = ofId.Find(entry => entry.IsForAll);
        if (ofId.Count > 0 && matching.Value is null)
            reason = "The record has white space before its first semicolon, and some senders discard it.";
        var desired = matching.Record ?? (valid.Count > 0 ? valid[0] with { Id = id } : new MtaStsRecord { Id = id });
        var rewrite = matching.Value is not null && request.Ttl is not null && observed.Ttl != request.Ttl;
        if (rewrite)
            reason = "The time to live changes.";

        var kept = rewrite ? null : matching.Value;
        if (kept is not null && own.Count > 1)
            reason = $"Of {own.Count.ToString(CultureInfo.InvariantCulture)} records one remains.";
        var step = Step(place, observed, reason, kept, request.Ttl ?? observed.Ttl ?? defaultTtl);
        return step with
        {
            Change = kept is null ? step.Change with { Add = [matching.Value ?? TxtValue.FromText(desired.ToString())] } : step.Change,
            After = desired,
            Findings = StaleId(request, valid, observed.RecordName),
        };
    }

    public static RecordChangeStep PublishReporting(ChangePlace place, TlsRptPublishRequest request, TxtRecordSet observed, TimeSpan defaultTtl)
    {
        if (observed.Alias is not null)
            return Aliased(place, observed);

        var own = OwnRecords(observed, RecordKind.TlsRpt, ReadTlsRpt);
        var matching = own.Find(entry => entry.IsForAll && request.Record.Equals(entry.Record)).Value;
        var rewrite = matching is not null && request.Ttl is not null && observed.Ttl != request.Ttl;
        var kept = rewrite ? null : matching;
        var reason = rewrite ? "The time to live changes."
            : matching is null ? (own.Exists(entry => entry.Record is not null) ? "The record changes." : "There is no valid record yet.")
            : own.Count > 1 ? $"Of {own.Count.ToString(CultureInfo.InvariantCulture)} records one remains."
            : "The record is there already.";
        var step = Step(place, observed, reason, kept, request.Ttl ?? observed.Ttl ?? defaultTtl);
        return step with
        {
            Change = kept is null ? step.Change with { Add = [matching ?? TxtValue.FromText(request.Record.ToString())] } : step.Change,
            ReportingAfter = request.Record,
        };
    }

    public static RecordChangeStep Remove(ChangePlace place, TxtRecordSet observed) => observed.Alias is not null
        ? Aliased(place, observed)
        : Step(
            place,
            observed,
            observed.Values.Any(value => value.Is(place.Kind)) ? $"The {Name(place.Kind)} record will be removed." : $"There is no {Name(place.Kind)} record to remove.",
            kept: null,
            observed.Ttl ?? TimeSpan.Zero);

    private static RecordChangeStep Aliased(ChangePlace place, TxtRecordSet observed) =>
        Step(place, observed, "The record name is an alias.", kept: null, TimeSpan.Zero) with
        {
            Findings = [PublishingRules.RecordDelegated.On(observed.RecordName, observed.RecordName, observed.Alias!)],
        };

    /// <summary>A step that removes every record of ours but <paramref name="kept"/>, and leaves alone what is not ours.</summary>
    private static RecordChangeStep Step(ChangePlace place, TxtRecordSet observed, string reason, TxtValue? kept, TimeSpan ttl)
    {
        var own = observed.Values.Where(value => value.Is(place.Kind)).ToList();
        return new RecordChangeStep
        {
            Kind = place.Kind,
            Domain = place.Domain,
            Provider = place.Provider,
            Reason = reason,
            Before = own.Count == 1 && place.Kind == RecordKind.MtaSts ? ReadMtaSts(own[0]).Record : null,
            ReportingBefore = own.Count == 1 && place.Kind == RecordKind.TlsRpt ? ReadTlsRpt(own[0]).Record : null,
            Change = new RecordChange
            {
                Zone = place.Zone,
                RecordName = observed.RecordName,
                Expected = observed.Values,
                ExpectedTtl = observed.Ttl,
                Remove = [.. own.Where(value => !value.Equals(kept))],
                Ttl = ttl,
            },
        };
    }

    private static (string Id, string Reason) ChooseId(PublishRequest request, List<MtaStsRecord> live, DateTimeOffset now)
    {
        if (request.Id is { } given)
        {
            var same = live.Exists(record => string.Equals(record.Id, given, StringComparison.Ordinal));
            return (given, same ? $"The record already has the id '{given}'." : live.Count == 0 ? "There is no valid record yet." : $"The id '{live[0].Id}' becomes '{given}'.");
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

    private static string Name(RecordKind kind) => kind == RecordKind.TlsRpt ? "TLSRPT" : "MTA-STS";

    /// <summary>The records of ours, parsed where they are valid, and whether every sender counts them.</summary>
    private static List<(TxtValue Value, T? Record, bool IsForAll)> OwnRecords<T>(TxtRecordSet observed, RecordKind kind, Func<TxtValue, (TxtValue Value, T? Record, bool IsForAll)> read)
        where T : class => [.. observed.Values.Where(value => value.Is(kind)).Select(read)];

    private static (TxtValue Value, MtaStsRecord? Record, bool IsForAll) ReadMtaSts(TxtValue value) => MtaStsRecord.TryParse(value.Text, out var record, out var findings)
        ? (value, record, !findings.Any(finding => finding.IsOf(RecordRules.SpaceBeforeSemicolon)))
        : (value, null, false);

    private static (TxtValue Value, TlsRptRecord? Record, bool IsForAll) ReadTlsRpt(TxtValue value) => TlsRptRecord.TryParse(value.Text, out var record, out var findings)
        ? (value, record, !findings.Any(finding => finding.IsOf(TlsRptRules.SpaceBeforeSemicolon)))
        : (value, null, false);
}
