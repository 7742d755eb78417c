namespace MtaStsTools.Net;

/// <summary>Tasks that may be left behind: whoever waited for them had enough of it.</summary>
internal static class LeftTasks
{
    /// <summary>The same task, whose failure is nobody's concern once nobody waits for it.</summary>
    public static T MayBeLeft<T>(this T task)
        where T : Task
    {
        _ = task.ContinueWith(
            static left => left.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return task;
    }

#if !NET
    /// <inheritdoc cref="WaitOrLeaveAsync{T}"/>
    public static Task WaitOrLeaveAsync(this Task task, CancellationToken cancellationToken) =>
        TimeProviderTaskExtensions.WaitAsync(task.MayBeLeft(), Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
#endif

    /// <summary>Waits for a task until the token says otherwise; the task itself goes on.</summary>
    /// <exception cref="OperationCanceledException">The token ended the wait.</exception>
    public static Task<T> WaitOrLeaveAsync<T>(this Task<T> task, CancellationToken cancellationToken) =>
#if NET
        task.MayBeLeft().WaitAsync(cancellationToken);
#else
        TimeProviderTaskExtensions.WaitAsync(task.MayBeLeft(), Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
#endif
}
