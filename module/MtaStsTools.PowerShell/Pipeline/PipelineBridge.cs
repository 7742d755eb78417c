using System.Collections.Concurrent;

namespace MtaStsTools.PowerShell.Pipeline;

/// <summary>
/// Carries requests from work on the thread pool to the pipeline's thread, the only one from which the engine accepts
/// output, messages and questions. Requests run in the order in which they were made.
/// </summary>
internal sealed class PipelineBridge : IDisposable
{
    private readonly BlockingCollection<Request> _requests = new(new ConcurrentQueue<Request>());
    private volatile int _pipelineThread;

    /// <summary>Whether the caller is on the pipeline's thread.</summary>
    public bool IsPipelineThread => Environment.CurrentManagedThreadId == _pipelineThread;

    /// <summary>Asks for <paramref name="action"/> to be run on the pipeline's thread.</summary>
    /// <returns>A task that ends when it has run, and is cancelled when the command ends before.</returns>
    public Task Post(Action action) => Post(() =>
    {
        action();
        return true;
    });

    /// <summary>Asks for <paramref name="function"/> to be run on the pipeline's thread.</summary>
    /// <returns>Its result; cancelled when the command ends before.</returns>
    public Task<T> Post<T>(Func<T> function)
    {
        var request = new Request<T>(function);
        if (!TryAdd(request))
            request.Cancel();
        return request.Task;
    }

    /// <summary>Runs requests on the calling thread, the pipeline's, until <paramref name="task"/> has ended and none is left.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled first.</exception>
    public void PumpUntil(Task task, CancellationToken cancellationToken)
    {
        _pipelineThread = Environment.CurrentManagedThreadId;
        _ = task.ContinueWith(_ => TryAdd(Request.Wake), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (!task.IsCompleted)
            _requests.Take(cancellationToken).Run();
        PumpWaiting();
    }

    /// <summary>Runs the requests that are waiting now.</summary>
    public void PumpWaiting()
    {
        while (_requests.TryTake(out var request))
            request.Run();
    }

    /// <summary>Cancels the requests that are waiting and all that will come.</summary>
    public void Close()
    {
        _requests.CompleteAdding();
        while (_requests.TryTake(out var request))
            request.Cancel();
    }

    public void Dispose()
    {
        Close();
        // The collection itself is left to the collector: work that was abandoned may still try to add to it.
    }

    private bool TryAdd(Request request)
    {
        try
        {
            return _requests.TryAdd(request);
        }
        catch (InvalidOperationException)
        {
            return false; // closed
        }
    }

    private abstract class Request
    {
        public static readonly Request Wake = new Request<bool>(() => true);

        public abstract void Run();

        public abstract void Cancel();
    }

    private sealed class Request<T>(Func<T> function) : Request
    {
        // Continuations belong to the pool: on the pipeline's thread they could wait for the very pump that runs them.
        private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<T> Task => _completion.Task;

        public override void Run()
        {
            T result;
            try
            {
                result = function();
            }
            catch
            {
                // The engine asks for the command to end (Stop, -ErrorAction Stop, Select-Object -First); the work only sees a cancellation.
                Cancel();
                throw;
            }

            _completion.TrySetResult(result);
        }

        public override void Cancel() => _completion.TrySetCanceled();
    }
}
