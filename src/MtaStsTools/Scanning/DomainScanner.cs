using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using MtaStsTools.Observation;
using MtaStsTools.Scanning;

namespace MtaStsTools;

/// <summary>Observes many domains, several at once, and what they share only once.</summary>
/// <param name="observer">Observes each of them, as its options say; it stays the caller's to dispose of.</param>
public sealed class DomainScanner(DomainObserver observer)
{
    private readonly int _limit = observer.Options.ThrottleLimit;

    /// <summary>
    /// Observes domains, <see cref="ObservationOptions.ThrottleLimit"/> of them at once, and gives each as it is done. Names and MX hosts
    /// that several share are asked and contacted once. A text that is no domain name, or a domain with which something unforeseen goes wrong,
    /// gives an observation with a <see cref="DomainObservation.Failure"/>.
    /// </summary>
    /// <param name="domains">The names; no more are taken than can be worked on.</param>
    /// <param name="cancellationToken">Ends the scan.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled, or the observer disposed of.</exception>
    public async IAsyncEnumerable<DomainObservation> ScanAsync(
        IAsyncEnumerable<string> domains, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, observer.Disposed);
        using var run = observer.Begin(new ScanSharing());
        var waiting = Channel.CreateBounded<string>(_limit);
        var done = Channel.CreateBounded<DomainObservation>(_limit);
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
            await IgnoreFailure(all).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(
        IAsyncEnumerable<string> domains, Channel<string> waiting, Channel<DomainObservation> done, ObservationRun run, CancellationToken cancellationToken)
    {
        var workers = new Task[_limit];
        for (var i = 0; i < workers.Length; i++)
            workers[i] = Task.Run(() => WorkAsync(waiting.Reader, done.Writer, run, cancellationToken), CancellationToken.None);
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

    private static async Task WorkAsync(
        ChannelReader<string> waiting, ChannelWriter<DomainObservation> done, ObservationRun run, CancellationToken cancellationToken)
    {
        while (await waiting.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            while (waiting.TryRead(out var domain))
                await done.WriteAsync(await ObserveAnyAsync(domain, run, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    [SuppressMessage("Design", "CA1031", Justification = "One domain must not end a scan of thousands; its failure is kept as a fact.")]
    private static async Task<DomainObservation> ObserveAnyAsync(string text, ObservationRun run, CancellationToken cancellationToken)
    {
        try
        {
            using var flow = new DomainFlow(run, DomainName.Parse(text), cancellationToken);
            return await flow.ObserveAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            return DomainFlow.Nothing(DisplayText.Sanitize(text ?? ""), DisplayText.Sanitize(exception.Message), run.Options);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The reader has been told of it through the channel.")]
    private static async Task IgnoreFailure(Task task)
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
