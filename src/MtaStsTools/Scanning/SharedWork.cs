using MtaStsTools.Net;

namespace MtaStsTools.Scanning;

/// <summary>
/// Results that several domains share: whoever asks first has the work done, whoever asks meanwhile or later waits for or gets the same
/// result. The least recently used results go when there are more than <paramref name="capacity"/>.
/// </summary>
internal sealed class SharedWork<T>(int capacity)
{
    private readonly Dictionary<string, LinkedListNode<SharedResult>> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly LinkedList<SharedResult> _byUse = new();
    private readonly object _gate = new();

    /// <summary>The result of <paramref name="key"/>; <paramref name="work"/> is begun where nobody has asked before.</summary>
    /// <remarks>The work must not depend on whoever happened to ask first: <paramref name="cancellationToken"/> ends this wait only.</remarks>
    public Task<T> GetAsync(string key, Func<Task<T>> work, CancellationToken cancellationToken) => Find(key, work).WaitOrLeaveAsync(cancellationToken);

    private Task<T> Find(string key, Func<Task<T>> work)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var entry))
            {
                _byUse.Remove(entry);
            }
            else
            {
                // Elsewhere, so that nothing of the work runs under the lock.
                _entries[key] = entry = new LinkedListNode<SharedResult>(new SharedResult(key, Task.Run(work)));
                if (_entries.Count > capacity && _byUse.Last is { } oldest)
                {
                    _byUse.Remove(oldest);
                    _entries.Remove(oldest.Value.Key);
                }
            }

            _byUse.AddFirst(entry);
            return entry.Value.Work;
        }
    }

    // A class: of a generic type over a value of ours every method is compiled anew, at the first domain of a prompt.
    private sealed record SharedResult(string Key, Task<T> Work);
}
