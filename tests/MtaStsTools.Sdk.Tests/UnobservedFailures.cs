namespace MtaStsTools.Sdk.Tests;

/// <summary>Counts the failures of tasks that nobody looked at, of one kind, so that tests that run beside do not disturb.</summary>
internal sealed class UnobservedFailures<T> : IDisposable
    where T : Exception
{
    private readonly Func<T, bool> _isMeant;
    private int _count;

    /// <param name="isMeant">Which of the kind are counted; null for all.</param>
    public UnobservedFailures(Func<T, bool>? isMeant = null)
    {
        _isMeant = isMeant ?? (static _ => true);
        TaskScheduler.UnobservedTaskException += Note;
    }

    /// <summary>How many there were; those of tasks that are still in use do not show.</summary>
    public int Count()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Volatile.Read(ref _count);
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Note;

    private void Note(object? sender, UnobservedTaskExceptionEventArgs e) =>
        Interlocked.Add(ref _count, e.Exception.Flatten().InnerExceptions.Count(inner => inner is T failure && _isMeant(failure)));
}
