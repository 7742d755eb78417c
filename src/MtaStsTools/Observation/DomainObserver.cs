using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
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
    private readonly ObservationOptions _options;
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
        _options = options;
        _resolver = resolver ?? new DnsResolver(options);
        _connector = connector ?? new TcpConnector();
    }

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
        using var run = new ObservationRun(_options, _resolver, _connector);
        return await new DomainFlow(run, domain, stop.Token).ObserveAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Observes many domains, <see cref="ObservationOptions.ThrottleLimit"/> of them at once, and gives each as it is done. Names and MX hosts
    /// that several share are asked and contacted once. A text that is no domain name, or a domain with which something unforeseen goes wrong,
    /// gives an observation with a <see cref="DomainObservation.Failure"/>.
    /// </summary>
    /// <param name="domains">The names; no more are taken than can be worked on.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled, or this observer disposed of.</exception>
    public async IAsyncEnumerable<DomainObservation> ObserveManyAsync(
        IAsyncEnumerable<string> domains, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        using var run = new ObservationRun(_options, _resolver, _connector);
        var waiting = Channel.CreateBounded<string>(_options.ThrottleLimit);
        var done = Channel.CreateBounded<DomainObservation>(_options.ThrottleLimit);
        var all = RunAsync(domains, waiting, done, run, stop.Token);
        try
        {
            while (await done.Reader.WaitToReadAsync(stop.Token).ConfigureAwait(false))
                while (done.Reader.TryRead(out var observation))
                    yield return observation;
        }
        finally
        {
            // Whoever stops reading early leaves nothing behind that still works.
            stop.Cancel();
            await IgnoreCancellation(all).ConfigureAwait(false);
        }
    }

    /// <summary>Ends all that is going on.</summary>
    public void Dispose()
    {
        _disposed.Cancel();
        _disposed.Dispose();
    }

    private async Task RunAsync(
        IAsyncEnumerable<string> domains, Channel<string> waiting, Channel<DomainObservation> done, ObservationRun run, CancellationToken cancellationToken)
    {
        var workers = Enumerable.Range(0, _options.ThrottleLimit).Select(_ => Task.Run(() => WorkAsync(waiting.Reader, done.Writer, run, cancellationToken)));
        var all = Task.WhenAll([FeedAsync(domains, waiting.Writer, cancellationToken), .. workers]);
        try
        {
            await all.ConfigureAwait(false);
            done.Writer.Complete();
        }
        catch (Exception exception)
        {
            // The one who reads is told, be it a cancellation or a failure of the source.
            done.Writer.Complete(exception);
            throw;
        }
    }

    private static async Task FeedAsync(IAsyncEnumerable<string> domains, ChannelWriter<string> waiting, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var domain in domains.WithCancellation(cancellationToken).ConfigureAwait(false))
                await waiting.WriteAsync(domain, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            waiting.Complete();
        }
    }

    private async Task WorkAsync(ChannelReader<string> waiting, ChannelWriter<DomainObservation> done, ObservationRun run, CancellationToken cancellationToken)
    {
        while (await waiting.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            while (waiting.TryRead(out var domain))
                await done.WriteAsync(await ObserveAnyAsync(domain, run, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    [SuppressMessage("Design", "CA1031", Justification = "One domain must not end a run of thousands; its failure is kept as a fact.")]
    private async Task<DomainObservation> ObserveAnyAsync(string text, ObservationRun run, CancellationToken cancellationToken)
    {
        try
        {
            return await new DomainFlow(run, DomainName.Parse(text), cancellationToken).ObserveAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            return DomainFlow.Nothing(DisplayText.Sanitize(text ?? ""), DisplayText.Sanitize(exception.Message), _options);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The reader has been told of it through the channel.")]
    private static async Task IgnoreCancellation(Task task)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Told already.
        }
    }
}
