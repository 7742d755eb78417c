using System.Management.Automation;
using MtaStsTools.PowerShell.Providers;

namespace MtaStsTools.PowerShell.Commands;

public sealed partial class NewMtaStsPolicyHostCommand
{
    private const string ScriptBlockSet = "ScriptBlock";

    /// <summary>Script blocks of one's own.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ScriptBlockSet)]
    public SwitchParameter ScriptBlock { get; set; }

    /// <summary>Writes the policy file of the domain in $_.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ScriptBlockSet)]
    public ScriptBlock Read { get; set; } = null!;

    /// <summary>Stores the file in $_.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ScriptBlockSet)]
    public ScriptBlock Write { get; set; } = null!;

    /// <summary>Removes the file of the domain in $_.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ScriptBlockSet)]
    public ScriptBlock Remove { get; set; } = null!;

    private ScriptBlockPolicyHost CreateScriptBlock() => new(new ScriptBlockHostOptions { Read = Read, Write = Write, Remove = Remove, Target = Target });
}
