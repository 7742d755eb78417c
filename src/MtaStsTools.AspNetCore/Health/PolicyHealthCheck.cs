using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using MtaStsTools.AspNetCore.Diagnostics;
using MtaStsTools.AspNetCore.Policies;
using MtaStsTools.Publishing;

namespace MtaStsTools.AspNetCore.Health;

/// <summary>Fetches policies as senders do, a part of them at each check.</summary>
internal sealed class PolicyHealthCheck(PolicyStore store, IDomainReporter reporter, AssessmentOptions assessment, MtaStsHealthCheckOptions options, ILogger<PolicyHealthCheck> logger) : IHealthCheck
{
    private readonly object _turn = new();
    private readonly HashSet<string> _failing = new(StringComparer.Ordinal);
    private int _next;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var activity = HostInstruments.Source.StartActivity(HostInstruments.SelfTestActivity);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.TimeLimit);
        var looks = await Task.WhenAll(Choose(store.Current.Policies).Select(policy => LookAsync(policy, limit.Token, cancellationToken))).ConfigureAwait(false);
        lock (_turn)
        {
            foreach (var look in looks)
                _ = look.Status == HealthStatus.Healthy ? _failing.Remove(look.Domain) : _failing.Add(look.Domain);
        }

        var bad = looks.Where(look => look.Status != HealthStatus.Healthy).ToList();
        var status = bad.Exists(look => look.Status == HealthStatus.Unhealthy) ? context.Registration.FailureStatus : bad.Count > 0 ? HealthStatus.Degraded : HealthStatus.Healthy;
        activity?.SetTag(HostInstruments.OutcomeTag, status == HealthStatus.Healthy ? "completed" : "failed");
        return new HealthCheckResult(
            status,
            bad.Count == 0 ? $"Senders get the policies of all {looks.Length} domains that were fetched." : $"Of {looks.Length} domains, senders do not surely get the policies of {bad.Count}.",
            data: bad.ToDictionary(look => look.Domain, look => (object)look.Problem, StringComparer.Ordinal));
    }

    /// <summary>Those that failed first, then the next in turn.</summary>
    private List<ServedPolicy> Choose(IReadOnlyList<ServedPolicy> policies)
    {
        lock (_turn)
        {
            var chosen = policies.Where(policy => _failing.Contains(policy.Domain)).Take(options.DomainsPerCheck).ToList();
            _failing.IntersectWith(policies.Select(policy => policy.Domain));
            for (var tried = 0; tried < policies.Count && chosen.Count < options.DomainsPerCheck; tried++)
            {
                var policy = policies[_next++ % policies.Count];
                if (!_failing.Contains(policy.Domain))
                    chosen.Add(policy);
            }

            _next = policies.Count == 0 ? 0 : _next % policies.Count;
            return chosen;
        }
    }

    private async Task<(string Domain, HealthStatus Status, string Problem)> LookAsync(ServedPolicy policy, CancellationToken limit, CancellationToken cancellationToken)
    {
        var (status, problem) = await AssessAsync(policy, limit, cancellationToken).ConfigureAwait(false);
        if (status != HealthStatus.Healthy)
            HostLog.SelfTestFailed(logger, policy.Domain, problem);
        return (policy.Domain, status, problem);
    }

    private async Task<(HealthStatus Status, string Problem)> AssessAsync(ServedPolicy policy, CancellationToken limit, CancellationToken cancellationToken)
    {
        try
        {
            var seen = await reporter.ReportAsync(policy.Domain, withMailExchangers: false, limit).ConfigureAwait(false);
            var report = PolicyHostAssessor.Assess(seen.Observation!, assessment);
            var error = report.Findings.FirstOrDefault(finding => finding.Severity == Severity.Error);
            if (error is not null)
                return (HealthStatus.Unhealthy, error.ToString());
            if (report.Verdict == Verdict.Indeterminate || report.Policy is null)
                return (HealthStatus.Degraded, report.Findings is [var first, ..] ? first.ToString() : "The policy could not be fetched from here.");
            return report.Policy == policy.Policy ? (HealthStatus.Healthy, "") : (HealthStatus.Unhealthy, "Senders get another policy than the one that is served here.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (HealthStatus.Degraded, $"It was not fetched within {DurationText.Of(options.TimeLimit)}.");
        }
    }
}
