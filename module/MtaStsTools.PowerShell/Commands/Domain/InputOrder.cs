using System.Collections.Concurrent;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Gives observations in the order in which their domains went in: what is done early waits for its turn.</summary>
internal sealed class InputOrder
{
    private readonly ConcurrentQueue<string> _expected = new();
    private readonly Dictionary<string, Queue<DomainObservation>> _early = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Passes the domains on, and notes their order.</summary>
    public async IAsyncEnumerable<string> Note(IAsyncEnumerable<string> domains)
    {
        await foreach (var domain in domains.ConfigureAwait(false))
        {
            _expected.Enqueue(domain);
            yield return domain;
        }
    }

    /// <summary>The observations in the order of their domains.</summary>
    public async IAsyncEnumerable<DomainObservation> Restore(IAsyncEnumerable<DomainObservation> observations)
    {
        await foreach (var observation in observations.ConfigureAwait(false))
        {
            if (!_early.TryGetValue(observation.Domain, out var same))
                _early.Add(observation.Domain, same = new Queue<DomainObservation>());
            same.Enqueue(observation);
            while (_expected.TryPeek(out var next) && _early.TryGetValue(next, out var ready))
            {
                _expected.TryDequeue(out _);
                if (ready.Count == 1)
                    _early.Remove(next);
                yield return ready.Dequeue();
            }
        }
    }
}
