using System.Diagnostics.CodeAnalysis;
using MtaStsTools.Dns;
using MtaStsTools.Net;
using MtaStsTools.Observation;

namespace MtaStsTools;

/// <summary>
/// Gathers the facts about domains (RFC 8461, RFC 8460, RFC 7672): DNS, policy host, MX hosts. It assesses nothing and changes nothing; an
/// observation can be assessed here or elsewhere, now or later.
/// </summary>
public sealed class DomainObserver : IDisposable
{
    private readonly CancellationTokenSource _disposed = new();
    private readonly IDnsResolver _resolver;
    private readonly IConnector _connector;

    /// <summary>An observer that works as <paramref name="options"/> say.</summary>
    /// <param name="options">How to observe.</param>
    /// <param name="resolver">Whom to ask the DNS; null means the resolvers of <paramref name="options"/>.</param>
    /// <param name="connector">What to connect with; null means TCP.</param>
    /// <exception cref="ArgumentException">An option is out of range, or the EHLO name is none.</exception>
    public DomainObserver(ObservationOptions options, IDnsResolver? resolver = null, IConnector? connector = null)
    {
        OptionChecks.Check(options);
        Options = options;
        _resolver = resolver ?? new DnsResolver(new DnsResolverOptions { Servers = options.DnsServers, Timeout = options.DnsTimeout, TimeProvider = options.TimeProvider });
        _connector = connector ?? new TcpConnector();
    }

    internal ObservationOptions Options { get; }

    /// <summary>Cancelled once this observer is disposed of.</summary>
    internal CancellationToken Disposed => _disposed.Token;

    /// <summary>Observes one domain.</summary>
    /// <param name="domain">Its name, in A-labels or U-labels.</param>
    /// <param name="cancellationToken">Ends the observation.</param>
    /// <exception cref="MtaStsFormatException"><paramref name="domain"/> is no domain name.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled, or this observer disposed of.</exception>
    public Task<DomainObservation> ObserveAsync([StringSyntax(DomainName.Syntax)] string domain, CancellationToken cancellationToken = default) =>
        ObserveAsync(DomainName.Parse(domain), cancellationToken);

    /// <summary>Observes one domain.</summary>
    /// <param name="domain">Its name.</param>
    /// <param name="cancellationToken">Ends the observation.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled, or this observer disposed of.</exception>
    public async Task<DomainObservation> ObserveAsync(DomainName domain, CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        using var run = Begin(new NoSharing());
        using var flow = new DomainFlow(run, domain, stop.Token);
        return await flow.ObserveAsync().ConfigureAwait(false);
    }

    /// <summary>Ends all that is going on.</summary>
    public void Dispose()
    {
        _disposed.Cancel();
        _disposed.Dispose();
    }

    internal ObservationRun Begin(IResultSharing sharing) => new(Options, _resolver, _connector, sharing);
}
