using System.Globalization;
using System.Management.Automation;
using System.Runtime.ExceptionServices;

namespace MtaStsTools.PowerShell.Pipeline;

/// <summary>
/// A cmdlet whose work is asynchronous. The work runs on the thread pool and may use every <c>Write…</c> method and
/// <c>Should…Async</c> from there; Ctrl+C cancels its token and returns to the prompt even where the work does not listen.
/// </summary>
public abstract class AsyncCmdlet : MtaStsCmdlet, IDisposable
{
    // Ctrl+C must feel immediate; work that lets go of its sockets properly needs far less than this.
    private static readonly TimeSpan GraceAfterStop = TimeSpan.FromMilliseconds(500);

    private static readonly AsyncLocal<AsyncCmdlet?> Running = new();

    private readonly CancellationTokenSource _ending = new();
    private readonly PipelineBridge _bridge = new();

    /// <summary>The cmdlet whose work the caller is part of, on whatever thread; null outside such work.</summary>
    internal static AsyncCmdlet? Current => Running.Value;

    /// <summary>What to do before the first record.</summary>
    protected virtual Task BeginProcessingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What to do with each record of the pipeline.</summary>
    protected virtual Task ProcessRecordAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What to do after the last record.</summary>
    protected virtual Task EndProcessingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override void BeginProcessing() => RunToEnd(BeginProcessingAsync);

    /// <inheritdoc/>
    protected override void ProcessRecord() => RunToEnd(ProcessRecordAsync);

    /// <inheritdoc/>
    protected override void EndProcessing() => RunToEnd(EndProcessingAsync);

    /// <summary>Cancels the work. The engine calls this on another thread than the pipeline's.</summary>
    protected sealed override void StopProcessing() => EndWork();

    /// <summary>Writes an object and waits until the next command of the pipeline has taken it, so that a slow reader slows the work.</summary>
    protected Task WriteObjectAsync(object? sendToPipeline) => _bridge.Post(() => WriteObject(sendToPipeline));

    /// <summary>Reports an error and waits until the engine has decided whether the command goes on (<c>-ErrorAction Stop</c> ends it here).</summary>
    protected Task WriteErrorAsync(ErrorRecord errorRecord) => _bridge.Post(() => WriteError(errorRecord));

    /// <summary>Asks whether to make a change, as <c>-WhatIf</c> and <c>-Confirm</c> say.</summary>
    protected Task<bool> ShouldProcessAsync(string target, string action) =>
        _bridge.Post(() => ShouldProcess(DisplayText.Sanitize(target), DisplayText.Sanitize(action)));

    /// <summary>Asks -WhatIf and -Confirm with a plan of several lines.</summary>
    protected Task<bool> ShouldProcessAsync(IEnumerable<string> plan, string question)
    {
        var text = string.Join(Environment.NewLine, plan.Select(line => DisplayText.Sanitize(line, 2000)));
        return _bridge.Post(() => ShouldProcess(text, text + Environment.NewLine + question, "Confirm"));
    }

    /// <summary>Asks the user a question whatever the preference variables say.</summary>
    protected Task<bool> ShouldContinueAsync(string query, string caption) =>
        _bridge.Post(() => ShouldContinue(DisplayText.Sanitize(query, 2000), DisplayText.Sanitize(caption)));

    /// <summary>Runs <paramref name="function"/> on the thread of the pipeline, where the engine allows calls to it.</summary>
    /// <returns>Its result; cancelled when the command ends before, or when the function throws.</returns>
    internal Task<T> OnPipelineThreadAsync<T>(Func<T> function) => _bridge.IsPipelineThread ? Task.FromResult(function()) : _bridge.Post(function);

    private protected sealed override void OnPipelineThread(Action action)
    {
        if (_bridge.IsPipelineThread)
            action();
        else
            _ = _bridge.Post(action);
    }

    private void RunToEnd(Func<CancellationToken, Task> work) => RunToEnd(Start(work));

    /// <summary>Starts <paramref name="work"/> on the thread pool, in the culture of the session.</summary>
    internal Task Start(Func<CancellationToken, Task> work)
    {
        var token = _ending.Token;
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        return Task.Run(
            () =>
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
                Running.Value = this;
                return work(token);
            },
            CancellationToken.None);
    }

    /// <summary>Serves <paramref name="work"/> from the pipeline's thread until it has ended, and ends as it did.</summary>
    internal void RunToEnd(Task work)
    {
        Serve(work, work);
        try
        {
            work.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (Stopping)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception exception)
        {
            EndWork();
            ThrowTerminatingError(CommandError.From(exception, targetObject: null));
        }
    }

    /// <summary>Serves the requests of <paramref name="work"/> until <paramref name="awaited"/> has ended.</summary>
    /// <exception cref="PipelineStoppedException">The command was stopped.</exception>
    internal void Serve(Task awaited, Task work)
    {
        try
        {
            _bridge.PumpUntil(awaited, _ending.Token);
        }
        catch (Exception exception)
        {
            EndWork();
            _bridge.Close();
            Observe(work);
            if (Stopping && exception is OperationCanceledException)
                throw new PipelineStoppedException();
            ExceptionDispatchInfo.Capture(exception).Throw();
        }
    }

    // Lets the work close what it opened, but never holds the prompt for it.
    private static void Observe(Task work)
    {
        try
        {
            work.Wait(GraceAfterStop);
        }
        catch (AggregateException)
        {
            // How cancelled work ends is of no more interest: the reason why it was cancelled is reported.
        }
    }

    private void EndWork()
    {
        try
        {
            _ending.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // Stop came when the command had just ended.
        }
    }

    /// <summary>Lets go of what the command held.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what the command held. Called by the engine when the command has ended in whatever way.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        EndWork();
        _bridge.Dispose();
        _ending.Dispose();
    }
}
