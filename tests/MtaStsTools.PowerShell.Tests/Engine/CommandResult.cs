using System.Management.Automation;

namespace MtaStsTools.PowerShell.Tests.Engine;

/// <summary>Everything that a command gave.</summary>
public sealed class CommandResult(IEnumerable<PSObject> output, PSDataStreams streams, Exception? exception, bool stopped)
{
    /// <summary>The objects, as the pipeline has them.</summary>
    public IReadOnlyList<PSObject> Output { get; } = [.. output];

    /// <summary>Errors after which the command went on.</summary>
    public IReadOnlyList<ErrorRecord> Errors { get; } = [.. streams.Error];

    public IReadOnlyList<string> Warnings { get; } = [.. streams.Warning.Select(w => w.Message)];

    public IReadOnlyList<string> Verbose { get; } = [.. streams.Verbose.Select(v => v.Message)];

    public IReadOnlyList<ProgressRecord> Progress { get; } = [.. streams.Progress];

    /// <summary>What ended the command early, if anything did.</summary>
    public Exception? Exception { get; } = exception;

    /// <summary>Whether the command was stopped by Ctrl+C.</summary>
    public bool Stopped { get; } = stopped;

    /// <summary>The only error, terminating or not.</summary>
    public ErrorRecord Error => Exception is IContainsErrorRecord carrier ? carrier.ErrorRecord : Errors.Single();

    /// <summary>The objects without the engine's wrapping.</summary>
    public IReadOnlyList<T> Values<T>() => [.. Output.Select(o => (T)o.BaseObject)];

    /// <summary>The only object.</summary>
    public T Only<T>()
    {
        ThrowIfFailed();
        return Values<T>().Single();
    }

    /// <exception cref="InvalidOperationException">There was an error, terminating or not.</exception>
    public CommandResult ThrowIfFailed()
    {
        if (Exception is not null)
            throw new InvalidOperationException(Exception.Message, Exception);
        if (Errors.Count > 0)
            throw new InvalidOperationException(string.Join(Environment.NewLine, Errors.Select(e => $"{e.FullyQualifiedErrorId}: {e}")));
        return this;
    }
}
