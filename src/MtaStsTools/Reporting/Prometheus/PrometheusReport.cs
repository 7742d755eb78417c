using MtaStsTools.Reporting.Summary;

namespace MtaStsTools.Reporting.Prometheus;

/// <summary>Gauges of the last look at each domain. What is not known has no sample, so that an alert can tell it from zero.</summary>
internal static class PrometheusReport
{
    private static readonly Severity[] Severities = [Severity.Error, Severity.Warning, Severity.Info];

    public static void Write(IReadOnlyList<DomainReport> reports, TextWriter output)
    {
        var verdict = new MetricFamily("mtasts_domain_verdict", "The verdict on the domain: 1 for the one that it has, 0 for the others.");
        var mode = new MetricFamily("mtasts_domain_mode", "The mode that senders act on: 1 for the one that it is, 0 for the others.");
        var flows = new MetricFamily("mtasts_domain_mail_flows_under_enforce", "Whether every MX would get its mail from senders that enforce the policy.");
        var maxAge = new MetricFamily("mtasts_policy_max_age_seconds", "How long senders keep the policy (RFC 8461 section 3.2).");
        var expiry = new MetricFamily("mtasts_certificate_not_after_timestamp_seconds", "When the certificate of the host ends, as Unix time.");
        var accepted = new MetricFamily("mtasts_mx_accepted", "Whether senders that enforce deliver to the MX host.");
        var findings = new MetricFamily("mtasts_domain_findings", "The number of findings.");
        var observed = new MetricFamily("mtasts_domain_observed_timestamp_seconds", "When the domain was observed, as Unix time.");
        var duration = new MetricFamily("mtasts_domain_observation_duration_seconds", "How long the observation took.");

        // Two samples with the same labels make the whole file unreadable: of several reports on a domain, the last one counts.
        foreach (var report in reports.GroupBy(report => report.Domain, StringComparer.Ordinal).Select(group => group.Last()))
        {
            var domain = DisplayText.Sanitize(report.Domain);
            foreach (var one in VerdictCounts.Verdicts)
                verdict.Add(one == report.Verdict ? 1 : 0, "domain", domain, "verdict", Word(one));
            foreach (var one in new[] { MtaStsMode.Enforce, MtaStsMode.Testing, MtaStsMode.None })
                mode.Add(one == report.Mode ? 1 : 0, "domain", domain, "mode", Word(one));
            if (report.MailFlowsUnderEnforce is { } doesFlow)
                flows.Add(doesFlow ? 1 : 0, "domain", domain);
            if (report.Policy is { } policy)
                maxAge.Add(policy.MaxAge.TotalSeconds, "domain", domain);
            foreach (var certificate in ServedCertificates.Of(report).GroupBy(one => (one.Host, one.IsPolicyHost)).Select(group => group.First()))
            {
                expiry.Add(certificate.NotAfter.ToUnixTimeSeconds(), "domain", domain, "host", certificate.Host, "role", certificate.IsPolicyHost ? "policy" : "mx");
            }

            foreach (var host in report.MailExchangers.Where(host => host.Outcome != SenderOutcome.Unknown).GroupBy(host => host.Host, StringComparer.Ordinal).Select(group => group.First()))
                accepted.Add(host.Outcome == SenderOutcome.Deliver ? 1 : 0, "domain", domain, "host", DisplayText.Sanitize(host.Host), "result_type", host.ResultType ?? "");
            foreach (var severity in Severities)
                findings.Add(report.Findings.Count(finding => finding.Severity == severity), "domain", domain, "severity", Word(severity));
            observed.Add(report.ObservedAt.ToUnixTimeSeconds(), "domain", domain);
            duration.Add(report.Duration.TotalSeconds, "domain", domain);
        }

        foreach (var family in new[] { verdict, mode, flows, maxAge, expiry, accepted, findings, observed, duration })
            family.Write(output);
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value is Verdict.NotConfigured ? "not_configured" : value.ToString().ToLowerInvariant();
}
