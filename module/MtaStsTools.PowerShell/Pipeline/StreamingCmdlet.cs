using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace MtaStsTools.PowerShell.Pipeline;

/// <summary>
/// An <see cref="AsyncCmdlet"/> that treats all records of the pipeline as one run: inputs go in as they arrive, results
/// come out as they finish, and a slow reader or a full run holds up the writer instead of filling memory.
/// </summary>
/// <typeparam name="TInput">What a record contributes to the run.</typeparam>
public abstract class StreamingCmdlet<TInput> : AsyncCmdlet
{
    // The run keeps its own bounded work in flight; this only has to span the gap between two records.
    private const int InputsWaiting = 16;

    private readonly Channel<TInput> _inputs = Channel.CreateBounded<TInput>(new BoundedChannelOptions(InputsWaiting) { SingleReader = true, SingleWriter = true });
    private Task _run = Task.CompletedTask;

    /// <summary>What the bound parameters of the current record contribute. Runs on the pipeline's thread.</summary>
    protected abstract IEnumerable<TInput> ReadRecord();

    /// <summary>The run over all records.</summary>
    protected abstract Task RunAsync(IAsyncEnumerable<TInput> inputs, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _run = Start(token => RunAsync(ReadInputs(token), token));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var input in ReadRecord())
        {
            if (!_inputs.Writer.TryWrite(input))
                WaitForRoom(input);
            if (_run.IsCompleted)
                break;
        }

        Serve(Task.CompletedTask, _run);
        if (_run.IsFaulted)
            RunToEnd(_run);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _inputs.Writer.TryComplete();
        RunToEnd(_run);
        base.EndProcessing();
    }

    private void WaitForRoom(TInput input)
    {
        var written = _inputs.Writer.WriteAsync(input).AsTask();
        Serve(Task.WhenAny(written, _run), _run);
    }

    private async IAsyncEnumerable<TInput> ReadInputs([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await _inputs.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (_inputs.Reader.TryRead(out var input))
                yield return input;
        }
    }
}
