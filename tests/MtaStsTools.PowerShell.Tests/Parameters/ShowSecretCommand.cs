using System.Management.Automation;
using System.Security;
using MtaStsTools.PowerShell.Parameters;

namespace MtaStsTools.PowerShell.Tests.Parameters;

/// <summary>Shows what a parameter for secrets makes of its argument.</summary>
[Cmdlet(VerbsCommon.Show, "Secret")]
public sealed class ShowSecretCommand : PSCmdlet
{
    [Parameter(Position = 0)]
    [SecretTransformation]
    public SecureString? Secret { get; set; }

    protected override void EndProcessing() => WriteObject(Secret?.Reveal());
}
