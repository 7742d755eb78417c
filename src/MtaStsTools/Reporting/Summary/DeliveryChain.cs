using System.Globalization;

namespace MtaStsTools.Reporting.Summary;

/// <summary>
/// The places that have to fit together before mail is protected (RFC 8461): the record announces the policy, the policy names the MX hosts, each offers TLS with
/// a certificate that fits, and reports tell when one does not.
/// </summary>
internal sealed record DeliveryChain
{
    public required IReadOnlyList<ChainLink> Links { get; init; }

    public static DeliveryChain Of(DomainReport report) => new() { Links = [Record(report), PolicyFile(report), MailExchangers(report), Tls(report), Reports(report)] };

    private static ChainLink Record(DomainReport report)
    {
        var findings = About(report, RuleCategory.Announcement, RuleCategory.RecordText, RuleCategory.DomainName);
        return Link("DNS record", findings, report.Record is not null, Failed(report.Observation.Record.Lookup), report.Record is { } record ? $"id {DisplayText.Sanitize(record.Id)}" : "no record");
    }

    private static ChainLink PolicyFile(DomainReport report)
    {
        var findings = About(report, RuleCategory.PolicyHost, RuleCategory.PolicyText);
        var detail = report.Policy is { } policy ? $"{policy.Mode.ToString().ToLowerInvariant()}, {DurationText.Of(policy.MaxAge)}" : "no policy";
        return Link("Policy file", findings, report.Policy is not null || findings.Count > 0, unseen: report.Verdict == Verdict.Indeterminate, detail);
    }

    private static ChainLink MailExchangers(DomainReport report)
    {
        var hosts = report.MailExchangers;
        var uncovered = hosts.Where(host => IsUncovered(report, host)).ToList();
        var findings = About(report, RuleCategory.MailExchanger).Where(finding => !IsAboutTls(report, finding)).ToList();
        var detail = uncovered.Count > 0 ? Count(uncovered.Count, "host not in the policy", "hosts not in the policy") : Count(hosts.Count, "host", "hosts");
        return Link("MX hosts", findings, hosts.Count > 0, Failed(report.Observation.Mx.Lookup), detail, isBroken: uncovered.Exists(host => host.Outcome == SenderOutcome.Refuse));
    }

    private static ChainLink Tls(DomainReport report)
    {
        var hosts = report.MailExchangers;
        var refused = hosts.Where(host => host.Outcome == SenderOutcome.Refuse && !IsUncovered(report, host)).ToList();
        var unknown = hosts.Count(host => host.Outcome == SenderOutcome.Unknown);
        var findings = About(report, RuleCategory.MailExchanger).Where(finding => IsAboutTls(report, finding)).Concat(About(report, RuleCategory.Dane)).ToList();
        var expiry = hosts.Select(host => host.Certificate?.NotAfter).OfType<DateTimeOffset>().DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        var detail = refused.Count > 0 ? refused[0].ResultType ?? "refused"
            : unknown > 0 ? Count(unknown, "host not seen", "hosts not seen")
            : expiry < DateTimeOffset.MaxValue ? "until " + expiry.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : "not looked at";
        return Link("TLS and certificates", findings, hosts.Count > 0, unseen: unknown > 0, detail, isBroken: refused.Count > 0);
    }

    private static ChainLink Reports(DomainReport report)
    {
        var findings = About(report, RuleCategory.TlsReporting, RuleCategory.TlsRptText);
        var detail = report.TlsReporting is { } reporting ? Count(reporting.Rua.Count, "address", "addresses") : "none asked for";
        return Link("TLS reports", findings, report.TlsReporting is not null, Failed(report.Observation.TlsReporting.Lookup), detail);
    }

    private static ChainLink Link(string name, IReadOnlyList<Finding> findings, bool isThere, bool unseen, string detail, bool isBroken = false)
    {
        var worst = findings.Select(finding => finding.Severity).DefaultIfEmpty(Severity.Info).Max();
        var state = isBroken || worst == Severity.Error ? LinkState.Broken
            : unseen ? LinkState.Unknown
            : !isThere ? LinkState.Absent
            : worst == Severity.Warning ? LinkState.Weak
            : LinkState.Good;
        return new ChainLink { Name = name, State = state, Detail = detail, Findings = findings };
    }

    private static List<Finding> About(DomainReport report, params RuleCategory[] categories) =>
        [.. report.Findings.Where(finding => Array.Exists(categories, finding.IsAbout))];

    private static bool IsUncovered(DomainReport report, MxReport host) => report.Policy is not null && report.Mode is not (null or MtaStsMode.None) && host.CoveredBy is null;

    /// <summary>A finding about the session with a host that the policy names, and not about whether it is named.</summary>
    private static bool IsAboutTls(DomainReport report, Finding finding) =>
        report.MailExchangers.Any(host => !IsUncovered(report, host) && string.Equals(finding.Subject, DisplayText.Sanitize(host.Host), StringComparison.Ordinal));

    private static bool Failed(DnsLookup lookup) => !lookup.IsConclusive && lookup.Outcome != DnsOutcome.NotAsked;

    private static string Count(int count, string one, string many) => string.Format(CultureInfo.InvariantCulture, "{0:N0} {1}", count, count == 1 ? one : many);
}
