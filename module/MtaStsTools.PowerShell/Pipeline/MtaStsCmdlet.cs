using System.Management.Automation;

namespace MtaStsTools.PowerShell.Pipeline;

/// <summary>
/// The base of every cmdlet of the module. What goes to the verbose, debug, warning and progress streams passes
/// <see cref="DisplayText"/> first, because much of it quotes servers that may be hostile.
/// </summary>
public abstract class MtaStsCmdlet : PSCmdlet
{
    // Long enough for a sentence with a host name and a server's reply in it.
    private const int LongestMessage = 2000;

    /// <summary>Writes an object to the output.</summary>
    public new void WriteObject(object? sendToPipeline) => OnPipelineThread(() => base.WriteObject(sendToPipeline));

    /// <summary>Writes an object, or each element of a sequence, to the output.</summary>
    public new void WriteObject(object? sendToPipeline, bool enumerateCollection) =>
        OnPipelineThread(() => base.WriteObject(sendToPipeline, enumerateCollection));

    /// <summary>Reports an error that does not end the command.</summary>
    public new void WriteError(ErrorRecord errorRecord) => OnPipelineThread(() => base.WriteError(errorRecord));

    /// <summary>Tells a step, for <c>-Verbose</c>.</summary>
    public new void WriteVerbose(string text) => OnPipelineThread(() => base.WriteVerbose(Clean(text)));

    /// <summary>Tells a detail, for <c>-Debug</c>.</summary>
    public new void WriteDebug(string text) => OnPipelineThread(() => base.WriteDebug(Clean(text)));

    /// <summary>Warns the user.</summary>
    public new void WriteWarning(string text) => OnPipelineThread(() => base.WriteWarning(Clean(text)));

    /// <summary>Shows how far the command is.</summary>
    public new void WriteProgress(ProgressRecord progressRecord)
    {
        var safe = new ProgressRecord(progressRecord.ActivityId, Clean(progressRecord.Activity), Clean(progressRecord.StatusDescription))
        {
            ParentActivityId = progressRecord.ParentActivityId,
            PercentComplete = progressRecord.PercentComplete,
            SecondsRemaining = progressRecord.SecondsRemaining,
            RecordType = progressRecord.RecordType,
            CurrentOperation = progressRecord.CurrentOperation is null ? null : Clean(progressRecord.CurrentOperation),
        };
        OnPipelineThread(() => base.WriteProgress(safe));
    }

    /// <summary>Runs <paramref name="action"/> where the engine allows calls to it: on the thread of the pipeline.</summary>
    private protected virtual void OnPipelineThread(Action action) => action();

    private static string Clean(string text) => DisplayText.Sanitize(text, LongestMessage);
}
