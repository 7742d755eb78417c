using System.Collections.Concurrent;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>
/// What was found out of late: an editor asks about every text of a file again with each character that is typed, and nearly all are as they were.
/// A compiler that stays for days keeps a bounded number, and nothing of a compilation. Two generations: what is asked for again outlives the change.
/// </summary>
/// <typeparam name="TKey">All that a result depends on, compared by value.</typeparam>
/// <typeparam name="TResult">The result, which never changes.</typeparam>
/// <param name="size">How long the text of a key is.</param>
internal sealed class RecentResults<TKey, TResult>(Func<TKey, int> size)
    where TKey : notnull
    where TResult : class
{
    /// <summary>The results of a generation.</summary>
    public const int Most = 512;

    /// <summary>Longer texts are as rare as they are heavy.</summary>
    public const int Longest = 4_096;

    private ConcurrentDictionary<TKey, TResult> _young = new();
    private ConcurrentDictionary<TKey, TResult> _old = new();
    private int _count;

    public bool TryGet(TKey key, out TResult result)
    {
        if (_young.TryGetValue(key, out result!))
            return true;
        if (!_old.TryGetValue(key, out result!))
            return false;
        Keep(key, result);
        return true;
    }

    public TResult Keep(TKey key, TResult result)
    {
        if (size(key) > Longest || !_young.TryAdd(key, result) || Interlocked.Increment(ref _count) < Most)
            return result;
        // Whoever comes in between adds to a generation that is about to be the old one; nothing is lost but time.
        _count = 0;
        _old = _young;
        _young = new ConcurrentDictionary<TKey, TResult>();
        return result;
    }
}
