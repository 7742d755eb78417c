using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace MtaStsTools.PowerShell.Pipeline;

/// <summary>
/// One piece of work over all records of a pipeline: inputs go in as they arrive, results come out as they finish, and a
/// slow reader or a full run holds up the writer instead of filling memory.
/// </summary>
/// <typeparam name="TInput">What a record contributes to the run.</typeparam>
/// <param name="cmdlet">The cmdlet whose pipeline it is.</param>
/// <param name="run">The work over all inputs.</param>
internal sealed class PipelineRun<TInput>(AsyncCmdlet cmdlet, Func<IAsyncEnumerable<TInput>, CancellationToken, Task> run)
{
    // The run keeps its own bounded work in flight; this only has to span the gap between two records.
    private const int InputsWaiting = 16;

    private readonly Channel<TInput> _inputs = Channel.CreateBounded<TInput>(new BoundedChannelOptions(InputsWaiting) { SingleReader = true, SingleWriter = true });
    private Task _run = Task.CompletedTask;

    /// <summary>Starts the work.</summary>
    public void Begin() => _run = cmdlet.Start(token => run(ReadInputs(token), token));

    /// <summary>Hands inputs to the work, waits for room where there is none, and serves what the work asks for meanwhile.</summary>
    public void Add(IEnumerable<TInput> inputs)
    {
        foreach (var input in inputs)
        {
            if (!_inputs.Writer.TryWrite(input))
                WaitForRoom(input);
            if (_run.IsCompleted)
                break;
        }

        cmdlet.Serve(Task.CompletedTask, _run);
        if (_run.IsFaulted)
            cmdlet.RunToEnd(_run);
    }

    /// <summary>Tells the work that there are no more inputs, and serves it until it has ended.</summary>
    public void End()
    {
        _inputs.Writer.TryComplete();
        cmdlet.RunToEnd(_run);
    }

    private void WaitForRoom(TInput input)
    {
        var written = _inputs.Writer.WriteAsync(input).AsTask();
        cmdlet.Serve(Task.WhenAny(written, _run), _run);
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
