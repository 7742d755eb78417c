using System.Diagnostics.CodeAnalysis;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Publishing.Estates;

/// <summary>
/// Brings many domains to what they shall be, each in the safe order of RFC 8461 §8 and independent of the others. What is in order is not written. A domain
/// that fails, or a provider that is down, stops only its own; a plan that touches too much of the estate is refused. To plan and apply anew carries on where
/// an earlier run broke off.
/// </summary>
public sealed class EstatePublisher
{
    private readonly IDomainReporter _reporter;
    private readonly EstatePublisherOptions _options;

    /// <summary>A publisher for many domains.</summary>
    /// <param name="reporter">What looks at domains as senders do; null: over the network, with defaults.</param>
    /// <param name="options">How to work; null: the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one domain at once.</exception>
    public EstatePublisher(IDomainReporter? reporter = null, EstatePublisherOptions? options = null)
    {
        _reporter = reporter ?? new DomainReporter();
        _options = options ?? new EstatePublisherOptions();
        if (_options.ThrottleLimit < 1)
            throw new ArgumentOutOfRangeException(nameof(options), _options.ThrottleLimit, "At least one domain is worked on at once.");
    }

    private TimeProvider Clock => _options.Publisher.Records.TimeProvider;

    /// <summary>Works out what is to be done for each domain. Writes nothing. What goes wrong for a domain is in its plan.</summary>
    /// <param name="domains">The domains to plan.</param>
    /// <param name="estateSize">How many domains the whole estate has, for its limits; null: as many as are planned.</param>
    /// <param name="cancellationToken">Ends planning.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<EstatePlan> PlanAsync(IReadOnlyList<DesiredDomain> domains, int? estateSize = null, CancellationToken cancellationToken = default)
    {
        var plannedAt = Clock.GetUtcNow();
        var planner = new DomainPlanner(_reporter, _options.Publisher);
        var shared = new SharedServices();
        var plans = await ForEachAsync(
            domains,
            domain => planner.PlanAsync(domain, shared.Of(domain.Provider), shared.Of(domain.Host), cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return new EstatePlan { PlannedAt = plannedAt, Domains = plans, Objections = EstateGuard.Assess(plans, estateSize ?? domains.Count, _options.Limits) };
    }

    /// <summary>Applies exactly what <paramref name="plan"/> says; what goes wrong for a domain is in its result, and the others go on.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="beyondLimits">Applies a plan that touches more of the estate than its limits allow. Nothing else is overridden.</param>
    /// <param name="cancellationToken">Ends the run; each domain stays in a state from which the next run carries on.</param>
    /// <exception cref="EstateRefusedException">The plan goes beyond the limits; nothing was begun.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<EstateResult> ApplyAsync(EstatePlan plan, bool beyondLimits = false, CancellationToken cancellationToken = default)
    {
        if (plan.Objections.Count > 0 && !beyondLimits)
            throw new EstateRefusedException(plan);
        var started = Clock.GetTimestamp();
        var shared = new SharedServices();
        var results = await ForEachAsync(
            plan.Domains,
            domain => ApplyAsync(domain, shared.Of(domain.Desired.Provider), shared.Of(domain.Desired.Host), cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return new EstateResult { Domains = results, Duration = Clock.GetElapsedTime(started) };
    }

    [SuppressMessage("Design", "CA1031", Justification = "One domain must not end the run of thousands; its failure is kept.")]
    private async Task<DomainResult> ApplyAsync(DomainPlan domain, IDnsRecordProvider provider, IPolicyHost host, CancellationToken cancellationToken)
    {
        if (domain.State != DomainPlanState.Changes)
            return new DomainResult { Plan = domain, Outcome = OutcomeOf(domain.State), Failure = domain.Failure };
        try
        {
            var result = await new MtaStsPublisher(provider, host, _reporter, _options.Publisher).ApplyAsync(domain.Plan!, cancellationToken: cancellationToken).ConfigureAwait(false);
            var outcome = result.NotBefore is not null ? DomainOutcome.Waiting
                : result.Findings.Any(finding => finding.Severity == Severity.Error) ? DomainOutcome.NotVerified
                : result.Changed ? DomainOutcome.Changed : DomainOutcome.Unchanged;
            return new DomainResult { Plan = domain, Outcome = outcome, Result = result };
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            var result = exception switch
            {
                ChangeFailedException failed => failed.Result,
                ChangeStoppedException stopped => stopped.Result,
                _ => null,
            };
            return new DomainResult { Plan = domain, Outcome = DomainOutcome.Failed, Failure = exception, Result = result };
        }
    }

    private static DomainOutcome OutcomeOf(DomainPlanState state) => state switch
    {
        DomainPlanState.InOrder => DomainOutcome.Unchanged,
        DomainPlanState.Waiting => DomainOutcome.Waiting,
        DomainPlanState.Refused => DomainOutcome.Refused,
        _ => DomainOutcome.Failed,
    };

    /// <summary>Works on all items, so many at once, and gives the results in the order of the items.</summary>
    private async Task<IReadOnlyList<TOut>> ForEachAsync<TIn, TOut>(IReadOnlyList<TIn> items, Func<TIn, Task<TOut>> work, CancellationToken cancellationToken)
    {
        var results = new TOut[items.Count];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(_options.ThrottleLimit, items.Count)).Select(_ => Task.Run(WorkAsync, CancellationToken.None))).ConfigureAwait(false);
        return results;

        async Task WorkAsync()
        {
            for (var at = Interlocked.Increment(ref next); at < items.Count; at = Interlocked.Increment(ref next))
            {
                cancellationToken.ThrowIfCancellationRequested();
                results[at] = await work(items[at]).ConfigureAwait(false);
            }
        }
    }
}
