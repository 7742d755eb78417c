using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Engine = System.Management.Automation.PowerShell;

namespace MtaStsTools.PowerShell.Pipeline;

/// <summary>
/// A user's script block that asynchronous work runs. The engine runs it on the thread of the pipeline alone, so the work hands it over to the command that it
/// is part of, which serves its requests there. Its first error ends it; warnings and verbose messages go to the streams of the command by themselves.
/// </summary>
internal sealed class PipelineScript(ScriptBlock block)
{
    private const string Wrapper =
        @"param($Block, $Record) $ErrorActionPreference = 'Stop'; $Record | Microsoft.PowerShell.Core\ForEach-Object -Process $Block";

    // A script block belongs to the session that it was written in; another one's thread would wait for that session, which may wait for us.
    private readonly Guid? _session = Runspace.DefaultRunspace?.InstanceId;

    /// <summary>Runs the block with <paramref name="record"/> as <c>$_</c>.</summary>
    /// <returns>What it wrote.</returns>
    /// <exception cref="PipelineScriptException">It failed, or there is nobody to run it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, or the command has ended.</exception>
    public async Task<IReadOnlyList<PSObject>> RunAsync(object record, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (output, error) = AsyncCmdlet.Current is { } cmdlet
            ? await cmdlet.OnPipelineThreadAsync(() => Run(record)).ConfigureAwait(false)
            : Run(record);
        cancellationToken.ThrowIfCancellationRequested();
        return error is null ? output : throw new PipelineScriptException(error);
    }

    private (IReadOnlyList<PSObject> Output, ErrorRecord? Error) Run(object record)
    {
        if (Runspace.DefaultRunspace is not { } runspace)
            return ([], Failed("ScriptHasNoSession", "A script block is run by commands of PowerShell only.", "Use the object in a command of the session that made it."));
        if (runspace.InstanceId != _session)
            return ([], Failed("ScriptOfOtherSession", "The script block was made in another session or thread than the one that would run it.", "Make the object where it is used, for instance within ForEach-Object -Parallel."));
        using var shell = Engine.Create(RunspaceMode.CurrentRunspace);
        shell.AddScript(Wrapper, useLocalScope: true).AddArgument(block).AddArgument(record);
        try
        {
            var output = shell.Invoke();
            return (output, shell.Streams.Error.FirstOrDefault());
        }
        catch (RuntimeException exception) when (exception is not PipelineStoppedException)
        {
            return ([], exception.ErrorRecord);
        }
    }

    private static ErrorRecord Failed(string errorId, string message, string advice) =>
        CommandError.Create(errorId, ErrorCategory.InvalidOperation, message, targetObject: null, advice);
}
