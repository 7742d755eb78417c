using System.Management.Automation;
using MtaStsTools.PowerShell.Pipeline;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>Does work of a test as the cmdlets that publish do theirs: on the thread pool, served by the pipeline.</summary>
[Cmdlet(VerbsOther.Use, "Provider")]
public sealed class UseProviderCommand : AsyncCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    public Func<CancellationToken, Task> Work { get; set; } = null!;

    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) => Work(cancellationToken);
}
