using System.Management.Automation;

namespace MtaStsTools.PowerShell.Pipeline;

/// <summary>A user's script block failed.</summary>
internal sealed class PipelineScriptException(ErrorRecord error) : Exception(error.ToString(), error.Exception)
{
    /// <summary>Its error.</summary>
    public ErrorRecord Error { get; } = error;
}
