using System.Management.Automation;

namespace MtaStsTools.PowerShell.Pipeline;

/// <summary>Ends a command from its asynchronous work with an error record made beforehand.</summary>
public sealed class CommandFailedException : Exception, IContainsErrorRecord
{
    /// <summary>Ends the command with <paramref name="errorRecord"/>.</summary>
    public CommandFailedException(ErrorRecord errorRecord)
        : base(errorRecord.ErrorDetails?.Message ?? errorRecord.Exception.Message, errorRecord.Exception) => ErrorRecord = errorRecord;

    /// <inheritdoc/>
    public ErrorRecord ErrorRecord { get; }
}
