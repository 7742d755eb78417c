using MtaStsTools.Assessment;
using MtaStsTools.Assessment.Records;
using MtaStsTools.Assessment.Exchangers;
using MtaStsTools.Assessment.Policies;

namespace MtaStsTools;

/// <summary>Assesses what was seen of a domain. Pure: the same observation and options always give the same report.</summary>
public static class DomainAssessor
{
    /// <summary>The report on a domain.</summary>
    /// <param name="observation">What was seen.</param>
    /// <param name="options">How to assess it; null means <see cref="AssessmentOptions.Default"/>.</param>
    public static DomainReport Assess(DomainObservation observation, AssessmentOptions? options = null)
    {
        options ??= AssessmentOptions.Default;
        if (observation.Failure is { } failure)
            return Unobserved(observation, failure);
        var context = new AssessmentContext(observation, options);
        var record = RecordAssessment.Of(context);
        var policy = PolicyAssessment.Of(context, record.State);
        var mail = MailExchangerAssessment.Of(context, policy);
        var reporting = TlsReportingAssessment.Of(context, policy, acceptsNoMail: mail.AcceptsNoMail);
        var domain = PresenceAssessment.Of(context, record, policy);
        var findings = DnsSilence.Of(observation) is { } silence ? [silence] : FindingOrder.Sort(observation.Domain, [.. domain.Findings, .. record.Findings, .. policy.Findings, .. mail.Findings, .. reporting.Findings]);
        return new DomainReport
        {
            Domain = observation.Domain,
            Verdict = VerdictRule.Decide(record.State, domain.Presence, isUncertain: policy.State == PolicyState.Indeterminate || mail.IsIndeterminate, findings),
            Mode = record.State == RecordState.Usable && policy.State == PolicyState.Usable ? policy.Policy?.Mode : null,
            Record = record.Record,
            Policy = policy.Policy,
            MailExchangers = mail.Hosts,
            MailFlowsUnderEnforce = mail.MailFlows,
            TlsReporting = reporting.Record,
            Findings = findings,
            ObservedAt = observation.ObservedAt,
            Duration = observation.Duration,
            Observation = observation,
        };
    }

    /// <summary>
    /// One report on a domain that was observed from several places. Of each fact the most certain sighting counts: an answer before a failed
    /// lookup, a session before one that could not be made. Between equals the earlier in <paramref name="observations"/> wins.
    /// </summary>
    /// <param name="observations">What was seen of the one domain, at least one.</param>
    /// <param name="options">How to assess it; null means <see cref="AssessmentOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">There is no observation, or they are of several domains.</exception>
    public static DomainReport Assess(IReadOnlyList<DomainObservation> observations, AssessmentOptions? options = null) =>
        Assess(VantagePoints.Merge(observations), options);

    private static DomainReport Unobserved(DomainObservation observation, string failure)
    {
        var isName = DomainName.TryParse(observation.Domain, out _, out var findings);
        return new DomainReport
        {
            Domain = observation.Domain,
            Verdict = isName ? Verdict.Indeterminate : Verdict.Fail,
            Findings = isName
                ? [AnnouncementRules.RecordLookupIndeterminate.On(observation.Domain, observation.Record.Lookup.Name, failure)]
                : FindingOrder.Sort(observation.Domain, findings.Select(finding => finding with { Subject = observation.Domain })),
            ObservedAt = observation.ObservedAt,
            Duration = observation.Duration,
            Observation = observation,
        };
    }
}
