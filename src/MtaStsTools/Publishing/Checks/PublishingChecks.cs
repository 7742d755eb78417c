using MtaStsTools.Publishing.Planning;

namespace MtaStsTools.Publishing.Checks;

/// <summary>What speaks against announcing a policy, from a report of the domain as it is (RFC 8461 §8.1: the policy first, the record last). Pure.</summary>
internal static class PublishingChecks
{
    /// <summary>The objections to announcing <paramref name="policy"/>, or whatever is served where only an id is given.</summary>
    public static IReadOnlyList<Finding> Assess(DomainReport report, MtaStsPolicy? policy)
    {
        var host = report.Observation.PolicyHost.Host;
        var aboutPolicy = report.Findings.Where(finding => IsAboutFetching(finding, report)).ToList();
        var unavailable = aboutPolicy.Where(finding => IsFatal(finding, report)).ToList();
        var invalid = report.Findings.Where(finding => finding.IsAbout(RuleCategory.PolicyText) && IsFatal(finding, report)).ToList();
        var differing = report.Findings.Where(finding => finding.IsOf(PolicyHostRules.PolicyDiffersByAddress));

        var objections = new List<Finding>();
        if (unavailable.Count > 0 || (report.Policy is null && invalid.Count == 0))
            objections.Add(PublishingRules.LivePolicyUnavailable.On(host, report.Domain, Sentences(unavailable.Count > 0 ? unavailable : aboutPolicy, NoPolicy.Reason(report))));
        if (invalid.Count > 0)
            objections.Add(PublishingRules.LivePolicyInvalid.On(host, host, Sentences(invalid, "")));
        objections.AddRange(differing.Select(finding => PublishingRules.LivePolicyDiffers.On(host, host, finding.Message.TrimEnd('.'))));

        var usable = report.Policy is not null && unavailable.Count == 0 && invalid.Count == 0;
        var differences = usable && policy is not null ? PolicyDifferences.Describe(report.Policy!, policy) : null;
        if (differences is not null)
            objections.Add(PublishingRules.LivePolicyDiffers.On(host, host, differences));

        var announced = policy ?? report.Policy;
        if (announced is { Mode: MtaStsMode.Enforce })
            objections.AddRange(AssessEnforce(report, announced, isLive: usable && differences is null));
        return objections;
    }

    /// <summary>The objections of the MX hosts to announcing <paramref name="policy"/>, whatever is served now; none unless it enforces.</summary>
    public static IReadOnlyList<Finding> AssessMailExchangers(DomainReport report, MtaStsPolicy policy) => policy.Mode == MtaStsMode.Enforce
        ? [.. AssessEnforce(report, policy, isLive: report.Policy is not null && PolicyDifferences.Describe(report.Policy, policy) is null)]
        : [];

    /// <summary>An Error as the Warning that it was overridden (MTASTS8008); anything else as it is.</summary>
    public static Finding Override(Finding finding) => finding.Severity == Severity.Error
        ? PublishingRules.Overridden.On(finding.Subject, finding.Id, finding.Message)
        : finding;

    private static IEnumerable<Finding> AssessEnforce(DomainReport report, MtaStsPolicy announced, bool isLive)
    {
        if (report.MailExchangers.Count == 0 && report.MailFlowsUnderEnforce is null)
            yield return PublishingRules.EnforceUnproven.On(report.Domain, report.Domain, Sentences(report.Findings.Where(finding => finding.IsAbout(RuleCategory.MailExchanger)), "its MX hosts are not known."));

        foreach (var mx in report.MailExchangers)
        {
            // The report assesses the served policy. Where another is to be announced, coverage is assessed anew, and only the rest is taken over.
            var own = mx.Findings.Where(finding => IsErrorByRule(finding) && (isLive || !finding.IsOf(MailExchangerRules.NotCovered))).ToList();
            var uncovered = !isLive && !announced.Covers(mx.Host);
            if (uncovered)
                yield return PublishingRules.EnforceWouldRefuse.On(mx.Host, mx.Host, "no mx pattern of the policy covers it.");
            else if (mx.Outcome == SenderOutcome.Refuse && (isLive || own.Count > 0))
                yield return PublishingRules.EnforceWouldRefuse.On(mx.Host, mx.Host, Sentences(own, mx.ResultType ?? "its TLS does not hold."));
            else if (mx.Outcome == SenderOutcome.Unknown)
                yield return PublishingRules.EnforceUnproven.On(mx.Host, mx.Host, Sentences(mx.Findings.Where(finding => finding.Severity == Severity.Warning), "SMTP was not asked."));
        }
    }

    /// <summary>
    /// Whether a finding keeps senders from using the policy. A report weighs what it finds less where no record announces the policy yet,
    /// or the mode does not enforce; to announce it is just what is asked here, and so the rule's own severity counts.
    /// </summary>
    private static bool IsFatal(Finding finding, DomainReport report) =>
        finding.Severity == Severity.Error || (report.Policy is null && IsErrorByRule(finding));

    private static bool IsErrorByRule(Finding finding) => RuleCatalog.TryGet(finding.Id, out var rule) && rule.Severity == Severity.Error;

    /// <summary>What is wrong with the DNS of the TXT record is just what publishing fixes.</summary>
    private static bool IsAboutFetching(Finding finding, DomainReport report) =>
        finding.IsAbout(RuleCategory.PolicyHost)
        && !finding.IsOf(PolicyHostRules.PolicyDiffersByAddress)
        && !string.Equals(finding.Subject, report.Observation.Record.Lookup.Name, StringComparison.OrdinalIgnoreCase);

    private static string Sentences(IEnumerable<Finding> findings, string otherwise)
    {
        var messages = findings.Select(finding => finding.Message).Distinct(StringComparer.Ordinal).Take(3).ToList();
        return messages.Count > 0 ? string.Join(" ", messages) : otherwise;
    }
}
