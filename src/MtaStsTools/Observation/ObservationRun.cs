using System.Net;
using MtaStsTools.Dns;
using MtaStsTools.Net;
using MtaStsTools.Observation.Https;
using MtaStsTools.Observation.Smtp;

namespace MtaStsTools.Observation;

/// <summary>What the domains of one run use together: whom to ask and contact, and the limits on how much goes on at once.</summary>
internal sealed class ObservationRun : IDisposable
{
    // A domain's questions are short and many; connections are long and few. Policy hosts do not queue behind MX hosts, which may all be silent.
    private const int QuestionsPerDomain = 4;
    private readonly SemaphoreSlim _questions;
    private readonly SemaphoreSlim _fetches;
    private readonly SemaphoreSlim _sessions;
    private readonly PolicyFetcher _policies;
    private readonly SmtpProbe _smtp;
    private readonly IDnsResolver _resolver;

    public ObservationRun(ObservationOptions options, IDnsResolver resolver, IConnector connector, IResultSharing sharing)
    {
        (Options, _resolver, Sharing) = (options, resolver, sharing);
        _questions = new SemaphoreSlim(options.ThrottleLimit * QuestionsPerDomain);
        _fetches = new SemaphoreSlim(options.ThrottleLimit);
        _sessions = new SemaphoreSlim(options.ThrottleLimit);
        _policies = new PolicyFetcher(options, connector);
        _smtp = new SmtpProbe(options, connector);
    }

    public ObservationOptions Options { get; }

    /// <summary>Where facts come from that another domain of the run may have, too.</summary>
    public IResultSharing Sharing { get; }

    /// <summary>Asks the DNS for the first of <paramref name="domain"/>'s steps that needs it.</summary>
    public Task<DnsAnswer> QueryAsync(string domain, string name, DnsRecordType type, CancellationToken cancellationToken) =>
        InTurnAsync(_questions, () =>
        {
            Tell(domain, $"DNS: {type} {name}");
            return _resolver.QueryAsync(name, type, cancellationToken);
        }, cancellationToken);

    /// <summary>Fetches the policy from one address of its host when it is its turn.</summary>
    public Task<PolicyFetch> FetchAsync(string domain, string host, IPAddress address, CancellationToken cancellationToken) =>
        InTurnAsync(_fetches, () =>
        {
            Tell(domain, $"HTTPS: {host} [{address}]:{Options.HttpsPort}");
            return _policies.FetchAsync(host, address, cancellationToken);
        }, cancellationToken);

    /// <summary>Has a session with one address of an MX host when it is its turn.</summary>
    public Task<SmtpSession> ProbeAsync(string domain, string host, IPAddress address, CancellationToken cancellationToken) =>
        InTurnAsync(_sessions, () =>
        {
            Tell(domain, $"SMTP: {host} [{address}]:{Options.SmtpPort}");
            return _smtp.ProbeAsync(host, address, cancellationToken);
        }, cancellationToken);

    public void Dispose() =>
        // The semaphores hold nothing of the system's, and work that is ending still releases them.
        Sharing.Dispose();

    private static async Task<T> InTurnAsync<T>(SemaphoreSlim turns, Func<Task<T>> step, CancellationToken cancellationToken)
    {
        await turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await step().ConfigureAwait(false);
        }
        finally
        {
            turns.Release();
        }
    }

    private void Tell(string domain, string step) => Options.Progress?.Report(new ObservationStep { Domain = domain, Text = DisplayText.Sanitize(step, 400) });
}
