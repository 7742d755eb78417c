using System.Diagnostics.CodeAnalysis;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Publishing.Estates;

/// <summary>Plans one domain of an estate; what goes wrong is its own affair.</summary>
internal sealed class DomainPlanner(IDomainReporter reporter, MtaStsPublisherOptions options)
{
    [SuppressMessage("Design", "CA1031", Justification = "One domain must not end the plan of thousands; its failure is kept.")]
    public async Task<DomainPlan> PlanAsync(DesiredDomain desired, IDnsRecordProvider provider, IPolicyHost host, CancellationToken cancellationToken)
    {
        try
        {
            var first = new PlanningReporter(reporter, mayAskExchangers: false);
            var plan = await StepsAsync(desired, provider, host, first, cancellationToken).ConfigureAwait(false);
            if (first.HasSpared && !plan.IsEmpty)
                plan = await StepsAsync(desired, provider, host, new PlanningReporter(reporter, mayAskExchangers: true), cancellationToken).ConfigureAwait(false);
            return Conclude(desired, plan);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return new DomainPlan { Desired = desired, State = DomainPlanState.Failed, Failure = exception };
        }
    }

    private async Task<ChangePlan> StepsAsync(DesiredDomain desired, IDnsRecordProvider provider, IPolicyHost host, PlanningReporter looks, CancellationToken cancellationToken)
    {
        var publisher = new MtaStsPublisher(provider, host, looks, options);
        var plan = desired switch
        {
            { Policy: null } => await publisher.PlanWithdrawalAsync(new WithdrawalRequest { Domain = desired.Domain }, cancellationToken: cancellationToken).ConfigureAwait(false),
            { Aliases.Count: > 0 } => await publisher.PlanDelegatedAsync(
                new DelegatedPublishRequest { DelegateTo = desired.Domain, Aliases = desired.Aliases, Policy = desired.Policy, Ttl = desired.Ttl }, cancellationToken: cancellationToken).ConfigureAwait(false),
            _ => await publisher.PlanAsync(new PolicyPublishRequest { Domain = desired.Domain, Policy = desired.Policy, Ttl = desired.Ttl }, cancellationToken: cancellationToken).ConfigureAwait(false),
        };
        if (desired.TlsReporting is null)
            return plan;

        // First, so that senders who find the policy know where to tell of failures.
        var reporting = await new MtaStsRecordPublisher(provider, options.Records)
            .PlanTlsRptAsync(new TlsRptPublishRequest { Domain = desired.Domain, Record = desired.TlsReporting, Ttl = desired.Ttl }, cancellationToken: cancellationToken).ConfigureAwait(false);
        return reporting.IsEmpty && !reporting.IsRefused ? plan : plan with { Steps = [.. reporting.Steps, .. plan.Steps] };
    }

    private DomainPlan Conclude(DesiredDomain desired, ChangePlan plan)
    {
        var wait = plan.Steps.OfType<WaitStep>().FirstOrDefault(step => !step.Force && step.Until > options.Records.TimeProvider.GetUtcNow());
        var waits = wait is not null && plan.Steps.TakeWhile(step => !ReferenceEquals(step, wait)).All(step => step.IsEmpty);

        // What cannot be published beside an alias has no change in it, and an Error.
        var isRefused = plan.IsRefused && (!plan.IsEmpty || plan.Findings.Any(finding => finding.IsOf(PublishingRules.RecordDelegated)));
        return new DomainPlan
        {
            Desired = desired,
            Plan = plan,
            State = isRefused ? DomainPlanState.Refused : plan.IsEmpty ? DomainPlanState.InOrder : waits ? DomainPlanState.Waiting : DomainPlanState.Changes,
            NotBefore = waits ? wait!.Until : null,
            AltersExisting = plan.Steps.Any(step => step is RecordChangeStep { IsEmpty: false, Change.Remove.Count: > 0 } or PolicyFileStep { IsEmpty: false, Change.Expected.Body: not null }),
        };
    }
}
