using MtaStsTools.Assessment.Policies;

namespace MtaStsTools.Assessment.Records;

/// <summary>What record and policy only say together (RFC 8461 §3, §3.4).</summary>
internal sealed record PresenceAssessment(Presence Presence, IReadOnlyList<Finding> Findings)
{
    public static PresenceAssessment Of(AssessmentContext context, RecordAssessment record, PolicyAssessment policy)
    {
        var observation = context.Observation;
        var (domain, host) = (observation.Domain, observation.PolicyHost.Host);
        if (record.State == RecordState.Absent && observation.Mx.Lookup is { Outcome: DnsOutcome.NameDoesNotExist, Aliases.Count: 0 })
            return new PresenceAssessment(Presence.NoDomain, [PolicyHostRules.DomainDoesNotExist.On(domain, domain)]);
        if (record.State is RecordState.Usable or RecordState.Unusable)
        {
            return new PresenceAssessment(
                Presence.Configured,
                policy.State == PolicyState.Absent ? [PolicyHostRules.RecordWithoutPolicyHost.On(host, observation.Record.Lookup.Name, host)] : []);
        }

        if (record.State == RecordState.Indeterminate || policy.State == PolicyState.Indeterminate)
            return new PresenceAssessment(Presence.Configured, []);
        if (observation.MisplacedRecords.Count > 0)
            return new PresenceAssessment(Presence.Configured, [.. observation.MisplacedRecords.Select(texts => Misplaced(observation, texts))]);
        if (policy.State != PolicyState.Absent)
        {
            // The last step of a removal (RFC 8461 §8.3) may leave a policy of mode none behind, and nobody misses its record.
            var isRemoved = policy.InForce?.Mode == MtaStsMode.None;
            var finding = AnnouncementRules.PolicyWithoutRecord.On(observation.Record.Lookup.Name, host);
            return new PresenceAssessment(isRemoved ? Presence.NotConfigured : Presence.Configured, [isRemoved ? finding.AtMost(Severity.Info) : finding, .. Inherited(observation)]);
        }

        return new PresenceAssessment(Presence.NotConfigured, [AnnouncementRules.NotConfigured.On(domain, domain), .. Inherited(observation)]);
    }

    private static Finding Misplaced(DomainObservation observation, TxtObservation texts) =>
        AnnouncementRules.RecordMisplaced.On(texts.Lookup.Name, texts.Lookup.Name, observation.Record.Lookup.Name);

    private static IEnumerable<Finding> Inherited(DomainObservation observation)
    {
        if (observation.ParentRecord is not { Lookup: { Outcome: DnsOutcome.Answered } lookup } parent)
            yield break;
        if (MtaStsRecord.Select(parent.Records.Select(txt => txt.Text), out _) is null)
            yield break;
        var name = lookup.Name.StartsWith(WellKnownNames.RecordPrefix, StringComparison.OrdinalIgnoreCase) ? lookup.Name.Substring(WellKnownNames.RecordPrefix.Length) : lookup.Name;
        yield return AnnouncementRules.NotInherited.On(observation.Domain, name, observation.Domain);
    }
}
