using MtaStsTools.Dns;
using MtaStsTools.Net;
using MtaStsTools.Observation.Https;
using MtaStsTools.Observation.Smtp;

namespace MtaStsTools.Observation;

/// <summary>
/// What the domains of one run share: the limits on how much goes on at once, and the results of names and hosts that more than one domain
/// may have. Disposing of it ends work that nobody waits for any more.
/// </summary>
internal sealed class ObservationRun : IDisposable
{
    // A domain's questions are short and many; connections are long and few.
    private const int QuestionsPerDomain = 4;
    private const int MaxSharedHosts = 4096;
    private const int MaxSharedTexts = 4096;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _questions;
    private readonly SemaphoreSlim _connections;
    private readonly IDnsResolver _resolver;
    private readonly SharedWork<MxHostObservation> _mxHosts = new(MaxSharedHosts);
    private readonly SharedWork<TxtObservation> _texts = new(MaxSharedTexts);

    public ObservationRun(ObservationOptions options, IDnsResolver resolver, IConnector connector)
    {
        (Options, _resolver) = (options, resolver);
        _questions = new SemaphoreSlim(options.ThrottleLimit * QuestionsPerDomain);
        _connections = new SemaphoreSlim(options.ThrottleLimit);
        Policies = new PolicyFetcher(options, connector);
        Smtp = new SmtpProbe(options, connector);
    }

    public ObservationOptions Options { get; }

    public PolicyFetcher Policies { get; }

    public SmtpProbe Smtp { get; }

    /// <summary>Asks the DNS for the first of <paramref name="domain"/>'s steps that needs it.</summary>
    public async Task<DnsAnswer> QueryAsync(string domain, string name, DnsRecordType type, CancellationToken cancellationToken)
    {
        await _questions.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Tell(domain, $"DNS: {type} {name}");
            return await _resolver.QueryAsync(name, type, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _questions.Release();
        }
    }

    /// <summary>Contacts a host when it is its turn.</summary>
    public async Task<T> ContactAsync<T>(string domain, string step, Func<Task<T>> contact, CancellationToken cancellationToken)
    {
        await _connections.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Tell(domain, step);
            return await contact().ConfigureAwait(false);
        }
        finally
        {
            _connections.Release();
        }
    }

    /// <summary>A TXT name that several domains may ask for.</summary>
    public Task<TxtObservation> ShareTextsAsync(string name, Func<CancellationToken, Task<TxtObservation>> ask, CancellationToken cancellationToken) =>
        _texts.GetAsync(name, () => ask(_stop.Token), cancellationToken);

    /// <summary>An MX host that several domains may name: it is contacted once a run.</summary>
    public Task<MxHostObservation> ShareHostAsync(
        string host, Func<CancellationToken, Task<MxHostObservation>> observe, CancellationToken cancellationToken) =>
        _mxHosts.GetAsync(host, () => observe(_stop.Token), cancellationToken);

    public void Dispose()
    {
        // The semaphores hold nothing of the system's, and work that is ending still releases them.
        _stop.Cancel();
        _stop.Dispose();
    }

    private void Tell(string domain, string step) => Options.Progress?.Report(new ObservationStep { Domain = domain, Text = DisplayText.Sanitize(step, 400) });
}
