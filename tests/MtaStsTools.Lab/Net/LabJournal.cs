using System.Collections.Concurrent;

namespace MtaStsTools.Lab.Net;

/// <summary>What clients did, in order, kept for tests; the oldest entries give way.</summary>
internal sealed class LabJournal
{
    private const int Capacity = 20_000;
    private readonly ConcurrentQueue<LabEvent> _events = new();

    public IReadOnlyList<LabEvent> Events => [.. _events];

    public void Record(LabEvent entry)
    {
        _events.Enqueue(entry);
        while (_events.Count > Capacity)
            _events.TryDequeue(out _);
    }

    public void Clear() => _events.Clear();
}
