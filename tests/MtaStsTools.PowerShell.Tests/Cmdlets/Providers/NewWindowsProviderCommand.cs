using System.Management.Automation;
using MtaStsTools.PowerShell.Providers.WindowsDns;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>Makes a provider for a DNS server of Windows as <c>New-MtaStsDnsProvider</c> does, of the type that the tests see.</summary>
[Cmdlet(VerbsCommon.New, "WindowsProvider")]
public sealed class NewWindowsProviderCommand : PSCmdlet
{
    [Parameter(Position = 0)]
    public string? ComputerName { get; set; }

    [Parameter]
    public int Port { get; set; } = 53;

    protected override void EndProcessing() => WriteObject(new WindowsDnsProvider(new WindowsDnsOptions { ComputerName = ComputerName, Port = Port, Timeout = TimeSpan.FromSeconds(2) }));
}
