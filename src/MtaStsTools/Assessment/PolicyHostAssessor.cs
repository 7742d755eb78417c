using MtaStsTools.Assessment;
using MtaStsTools.Assessment.Policies;
using MtaStsTools.Assessment.Records;

namespace MtaStsTools;

/// <summary>
/// Assesses a policy host alone, as if a record announced its policy: what has to be right before there is one (RFC 8461 §8.1). Pure: the same observation and
/// options always give the same report.
/// </summary>
public static class PolicyHostAssessor
{
    /// <summary>The report on the policy host of a domain.</summary>
    /// <param name="observation">What was seen of the domain, best of every address of its policy host.</param>
    /// <param name="options">How to assess it; null means <see cref="AssessmentOptions.Default"/>.</param>
    public static PolicyHostReport Assess(DomainObservation observation, AssessmentOptions? options = null)
    {
        var policy = PolicyAssessment.Of(new AssessmentContext(observation, options ?? AssessmentOptions.Default), RecordState.Usable);
        var host = WellKnownNames.PolicyHostOf(observation.Domain);
        List<Finding> findings = [.. policy.Findings];
        if (observation.Failure is { } failure)
            findings = [PolicyHostRules.PolicyHostLookupIndeterminate.On(host, host, failure)];
        else if (policy.State == PolicyState.Absent)
            findings.Add(PublishingRules.PolicyHostMissing.On(host, host));
        if (!HasCertificate(observation, host))
            findings.Add(PublishingRules.CertificateNeeded.On(host, host, "*." + observation.Domain));
        return new PolicyHostReport
        {
            Domain = observation.Domain,
            Verdict = Decide(observation, policy, findings),
            Policy = policy.Policy,
            Certificate = observation.PolicyHost.Fetches.Select(fetch => fetch.Certificate?.Certificate).FirstOrDefault(certificate => certificate is not null),
            Findings = FindingOrder.Sort(observation.Domain, findings),
            Observation = observation,
        };
    }

    private static Verdict Decide(DomainObservation observation, PolicyAssessment policy, List<Finding> findings) =>
        observation.Failure is not null ? Verdict.Indeterminate :
        findings.Any(finding => finding.Severity == Severity.Error) ? Verdict.Fail :
        policy.State == PolicyState.Indeterminate ? Verdict.Indeterminate :
        policy.State != PolicyState.Usable ? Verdict.Fail :
        findings.Any(finding => finding.Severity == Severity.Warning) ? Verdict.Warning : Verdict.Pass;

    private static bool HasCertificate(DomainObservation observation, string host) => observation.PolicyHost.Fetches.Any(fetch =>
        fetch.Certificate is { ChainStatus: ChainStatus.Trusted } seen && CertificateNames.Match(host, seen.Certificate.DnsNames));
}
