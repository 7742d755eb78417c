using System.Globalization;

namespace MtaStsTools.Net;

/// <summary>
/// The time limit of one step. Streams of .NET Framework do not heed tokens while they wait, so whatever is given to
/// <see cref="TimeLimit(TimeSpan, CancellationToken, IDisposable?)"/> is disposed of when time is up, which ends a wait on every runtime.
/// </summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _caller;
    private readonly TimeSpan _limit;

    public TimeLimit(TimeSpan limit, CancellationToken caller, IDisposable? abort = null)
    {
        (_limit, _caller) = (limit, caller);
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _source.CancelAfter(limit);
        if (abort is not null)
            _registration = _source.Token.Register(static state => ((IDisposable)state!).Dispose(), abort);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether time is up; throws where it was the caller who cancelled.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public bool IsOver
    {
        get
        {
            _caller.ThrowIfCancellationRequested();
            return _source.IsCancellationRequested;
        }
    }

    /// <summary>The limit in words.</summary>
    public string Text => Describe(_limit);

    /// <summary>A time in words: <c>10 s</c>, <c>250 ms</c>.</summary>
    public static string Describe(TimeSpan time) => time < TimeSpan.FromSeconds(1)
        ? time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms"
        : time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s";

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
