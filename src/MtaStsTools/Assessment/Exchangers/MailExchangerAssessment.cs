using MtaStsTools.Assessment.Policies;

namespace MtaStsTools.Assessment.Exchangers;

/// <summary>The MX records and hosts of a domain (RFC 8461 §4.1, RFC 5321 §5.1, RFC 7505).</summary>
/// <param name="Hosts">The verdict on each host, most preferred first.</param>
/// <param name="MailFlows">Whether every host would get its mail under enforce; null where that is not known.</param>
/// <param name="IsIndeterminate">Whether DNS did not say which hosts there are.</param>
/// <param name="AcceptsNoMail">Whether the domain says, or shows, that it takes no mail.</param>
/// <param name="Findings">What there is to say, the hosts' findings included.</param>
internal sealed record MailExchangerAssessment(
    IReadOnlyList<MxReport> Hosts, bool? MailFlows, bool IsIndeterminate, bool AcceptsNoMail, IReadOnlyList<Finding> Findings)
{
    public static MailExchangerAssessment Of(AssessmentContext context, PolicyAssessment policy)
    {
        var observation = context.Observation;
        var (domain, mx) = (observation.Domain, observation.Mx);
        if (mx.Lookup.Outcome == DnsOutcome.AliasLoop)
            return new MailExchangerAssessment([], null, IsIndeterminate: true, AcceptsNoMail: false, [PolicyHostRules.CnameLoop.On(domain, domain)]);
        if (!mx.Lookup.IsConclusive)
            return new MailExchangerAssessment([], null, IsIndeterminate: true, AcceptsNoMail: false, [MailExchangerRules.LookupIndeterminate.On(domain, domain, mx.Lookup.Failure)]);
        if (mx.IsNullMx)
            return new MailExchangerAssessment([], null, IsIndeterminate: false, AcceptsNoMail: true, [MailExchangerRules.NullMx.On(domain, domain)]);
        if (mx.Lookup.Outcome == DnsOutcome.NameDoesNotExist)
            return new MailExchangerAssessment([], null, IsIndeterminate: false, AcceptsNoMail: true, []);

        var findings = new List<Finding>();
        if (mx.Records.Count == 0)
            findings.Add(MailExchangerRules.ImplicitMx.On(domain, domain));
        var isBlocked = !context.Options.Port25IsOpen && Port25Watch.AllTimedOut(observation);
        if (isBlocked)
            findings.Add(MailExchangerRules.Port25Blocked.On(domain));
        var hosts = observation.MailExchangers.Select(host => MailHostAssessment.Of(context, policy, host, isBlocked)).ToList();
        findings.AddRange(hosts.SelectMany(host => host.Findings));
        findings.AddRange(IdlePatterns(policy, observation));

        IReadOnlyList<MxReport> reports = [.. hosts.OrderBy(report => report.Preference).ThenBy(report => report.Host, StringComparer.Ordinal)];
        return new MailExchangerAssessment(reports, Flows(policy, hosts), IsIndeterminate: false, AcceptsNoMail: false, findings);
    }

    /// <summary>The patterns that cover no host; that a placeholder covers none goes without saying.</summary>
    private static IEnumerable<Finding> IdlePatterns(PolicyAssessment policy, DomainObservation observation)
    {
        if (policy.InForce is null or { Mode: MtaStsMode.None })
            return [];
        var placeholders = new HashSet<string?>(policy.Findings.Where(finding => finding.IsOf(PolicyRules.MxPlaceholder)).Select(finding => finding.Evidence), StringComparer.Ordinal);
        return policy.Coverage.Idle(observation.MailExchangers.Select(host => host.Host))
            .Where(pattern => !placeholders.Contains(pattern.Text))
            .Select(pattern => MailExchangerRules.PatternCoversNothing.On(observation.PolicyHost.Host, pattern.ToString()));
    }

    private static bool? Flows(PolicyAssessment policy, List<MxReport> hosts)
    {
        if (policy.InForce is null or { Mode: MtaStsMode.None } || hosts.Count == 0)
            return null;
        if (hosts.Exists(host => host.Outcome == SenderOutcome.Refuse))
            return false;
        return hosts.Exists(host => host.Outcome == SenderOutcome.Unknown) ? null : true;
    }
}
