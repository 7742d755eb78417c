using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Checks;
using MtaStsTools.Publishing.Planning;

namespace MtaStsTools;

public sealed partial class MtaStsPublisher
{
    /// <summary>
    /// Works out what changing the mode of a policy would change. An Error refuses <c>enforce</c> while an MX host would be refused or while nobody would be told
    /// of it (RFC 8460). Writes nothing.
    /// </summary>
    /// <exception cref="ArgumentException">The domain has no policy that could be changed, or a time to live cannot be.</exception>
    /// <exception cref="MtaStsFormatException">The domain is no domain name, or the policy would have an Error.</exception>
    /// <exception cref="ProviderException">The zone cannot be found, or record or file cannot be read.</exception>
    public async Task<ChangePlan> PlanModeAsync(ModeChangeRequest request, IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var domain = DomainName.Parse(request.Domain).ToString();
        var report = await LookAsync(domain, request.Mode == MtaStsMode.Enforce, progress, cancellationToken).ConfigureAwait(false);
        var stored = await _host.ReadAsync(domain, cancellationToken).ConfigureAwait(false);
        var now = PolicyFilePlanner.Read(stored) ?? report.Policy
            ?? throw new ArgumentException($"{domain} has no policy whose mode could be changed.", nameof(request));
        var next = now with { Mode = request.Mode, MaxAge = MaxAgeLadder.Next(now, request) };
        if (next.Validate() is var findings && findings.HasError())
            throw new MtaStsFormatException(findings);

        var objections = new List<Finding>(PublishingChecks.AssessMailExchangers(report, next));
        if (next.Mode == MtaStsMode.Enforce && report.TlsReporting is null)
            objections.Add(PublishingRules.EnforceWithoutReports.On(domain, domain));
        objections.AddRange(request.Objections);
        objections.AddRange(WithdrawalPlanner.AssessClock(domain, report.Record, Now));

        var plan = await PlanAsync(domain, new PolicyPublishRequest { Domain = domain, Policy = next, Ttl = request.Ttl, Force = request.Force }, report, objections, progress, cancellationToken).ConfigureAwait(false);
        var wait = MaxAgeLadder.Wait(domain, now, next, request, report.Record is { } record ? PolicyId.DerivedAt(record.Id) : null);
        return wait is null || wait.Until <= Now ? plan : plan with { Steps = [wait, .. plan.Steps] };
    }
}
