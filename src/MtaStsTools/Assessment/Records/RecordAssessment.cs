namespace MtaStsTools.Assessment.Records;

/// <summary>The MTA-STS record (RFC 8461 §3.1, §8.2).</summary>
internal sealed record RecordAssessment(RecordState State, MtaStsRecord? Record, IReadOnlyList<Finding> Findings)
{
    public static RecordAssessment Of(AssessmentContext context)
    {
        var observed = context.Observation.Record;
        var lookup = observed.Lookup;
        var name = lookup.Name;
        if (lookup.Outcome == DnsOutcome.AliasLoop)
            return new RecordAssessment(RecordState.Unusable, null, [PolicyHostRules.CnameLoop.On(name, name)]);
        if (!lookup.IsConclusive)
            return new RecordAssessment(RecordState.Indeterminate, null, [AnnouncementRules.RecordLookupIndeterminate.On(name, name, lookup.Failure)]);

        var findings = new List<Finding>();
        var isDangling = lookup is { Outcome: DnsOutcome.NameDoesNotExist, Aliases.Count: > 0 };
        if (isDangling)
            findings.Add(AnnouncementRules.RecordDangling.On(name, name, Lookups.Chain(lookup.Aliases)));
        else if (lookup.Aliases.Count > 0)
            findings.Add(AnnouncementRules.RecordDelegated.On(name, name, Lookups.Chain(lookup.Aliases)));

        var record = MtaStsRecord.Select(observed.Records.Select(txt => txt.Text), out var said);
        // That a domain without MTA-STS has no record is no error; PresenceAssessment says it in its own words.
        var isAbsent = said is [{ } only] && only.IsOf(RecordRules.NoRecord);
        if (!isAbsent)
            findings.AddRange(said.Select(finding => finding with { Subject = name }));
        var state = record is not null ? RecordState.Usable : isAbsent && !isDangling ? RecordState.Absent : RecordState.Unusable;
        return new RecordAssessment(state, record, findings);
    }
}
