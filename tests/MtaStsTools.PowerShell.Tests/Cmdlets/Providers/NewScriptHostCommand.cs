using System.Management.Automation;
using MtaStsTools.PowerShell.Providers;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>Makes a policy host of script blocks as <c>New-MtaStsPolicyHost</c> does, of the type that the tests see.</summary>
[Cmdlet(VerbsCommon.New, "ScriptHost")]
public sealed class NewScriptHostCommand : PSCmdlet
{
    [Parameter]
    public ScriptBlock Read { get; set; } = ScriptBlock.Create("");

    [Parameter]
    public ScriptBlock Write { get; set; } = ScriptBlock.Create("");

    [Parameter]
    public ScriptBlock Remove { get; set; } = ScriptBlock.Create("");

    protected override void EndProcessing() =>
        WriteObject(new ScriptBlockPolicyHost(new ScriptBlockHostOptions { Read = Read, Write = Write, Remove = Remove, Target = "web.example.net" }));
}
