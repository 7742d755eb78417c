using MtaStsTools.Dns;
using MtaStsTools.Net;
using MtaStsTools.Observation.Https;
using MtaStsTools.Observation.Smtp;

namespace MtaStsTools.Observation;

/// <summary>What the domains of one run use together: whom to ask and contact, and the limits on how much goes on at once.</summary>
internal sealed class ObservationRun : IDisposable
{
    // A domain's questions are short and many; connections are long and few.
    private const int QuestionsPerDomain = 4;
    private readonly SemaphoreSlim _questions;
    private readonly SemaphoreSlim _connections;
    private readonly IDnsResolver _resolver;

    public ObservationRun(ObservationOptions options, IDnsResolver resolver, IConnector connector, IResultSharing sharing)
    {
        (Options, _resolver, Sharing) = (options, resolver, sharing);
        _questions = new SemaphoreSlim(options.ThrottleLimit * QuestionsPerDomain);
        _connections = new SemaphoreSlim(options.ThrottleLimit);
        Policies = new PolicyFetcher(options, connector);
        Smtp = new SmtpProbe(options, connector);
    }

    public ObservationOptions Options { get; }

    public PolicyFetcher Policies { get; }

    public SmtpProbe Smtp { get; }

    /// <summary>Where facts come from that another domain of the run may have, too.</summary>
    public IResultSharing Sharing { get; }

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

    public void Dispose() =>
        // The semaphores hold nothing of the system's, and work that is ending still releases them.
        Sharing.Dispose();

    private void Tell(string domain, string step) => Options.Progress?.Report(new ObservationStep { Domain = domain, Text = DisplayText.Sanitize(step, 400) });
}
