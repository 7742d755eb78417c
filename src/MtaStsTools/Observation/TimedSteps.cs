using System.Net;
using MtaStsTools.Dns;
using MtaStsTools.Net;

namespace MtaStsTools.Observation;

/// <summary>
/// The steps taken for one domain, or for a host that several share, within one limit of time. What the limit cuts off gives facts that say so,
/// and is nobody's failure.
/// </summary>
internal sealed class TimedSteps(ObservationRun run, string domain, CancellationToken caller) : IDisposable
{
    private readonly TimeLimit _limit = new(run.Options.DomainTimeout, caller);

    public ObservationOptions Options => run.Options;

    /// <summary>Ended by the limit and by the caller.</summary>
    public CancellationToken Token => _limit.Token;

    /// <summary>Why something was not seen.</summary>
    public string Reason => $"the time limit of {_limit.Text} for a domain was over first";

    /// <summary>Asks the DNS.</summary>
    public async Task<DnsAnswer> QueryAsync(string name, DnsRecordType type) =>
        await WithinLimitAsync(() => run.QueryAsync(domain, name, type, Token)).ConfigureAwait(false)
        ?? new DnsAnswer { Lookup = NotAsked.Lookup(name, type, Reason) };

    /// <summary>The TXT records of a name.</summary>
    public async Task<TxtObservation> TextsAsync(string name)
    {
        var answer = await QueryAsync(name, DnsRecordType.TXT).ConfigureAwait(false);
        return new TxtObservation { Lookup = answer.Lookup, Records = answer.Texts };
    }

    /// <summary>The TXT records of a name that other domains may ask for, too.</summary>
    public async Task<TxtObservation> SharedTextsAsync(string name) =>
        await WithinLimitAsync(() => run.Sharing.TextsAsync(name, this, steps => steps.TextsAsync(name))).ConfigureAwait(false)
        ?? NotAsked.Texts(name, Reason);

    /// <summary>The picture of an MX host that other domains may have, too.</summary>
    public async Task<MxHostObservation> SharedHostAsync(string host, Func<TimedSteps, Task<MxHostObservation>> observe) =>
        await WithinLimitAsync(() => run.Sharing.HostAsync(host, this, observe)).ConfigureAwait(false)
        ?? NotAsked.Host(host, Reason);

    /// <summary>Fetches the policy from one address of its host.</summary>
    public async Task<PolicyFetch> FetchAsync(string host, IPAddress address) =>
        await WithinLimitAsync(() => run.FetchAsync(domain, host, address, Token)).ConfigureAwait(false)
        ?? new PolicyFetch { Address = address.ToString(), Outcome = PolicyFetchOutcome.NotReached, Detail = Reason };

    /// <summary>Has a session with one address of an MX host.</summary>
    public async Task<SmtpSession> ProbeAsync(string host, IPAddress address) =>
        await WithinLimitAsync(() => run.ProbeAsync(domain, host, address, Token)).ConfigureAwait(false)
        ?? new SmtpSession { Address = address.ToString(), Outcome = SmtpOutcome.NotReached, Detail = Reason };

    /// <summary>Steps with a limit of their own, for work that outlives those who wait for it.</summary>
    public TimedSteps Apart(CancellationToken cancellationToken) => new(run, domain, cancellationToken);

    public void Dispose() => _limit.Dispose();

    /// <summary>The result of a step, or null where the limit was over first.</summary>
    private async Task<T?> WithinLimitAsync<T>(Func<Task<T>> step)
        where T : class
    {
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_limit.IsOver)
        {
            return null;
        }
    }
}
