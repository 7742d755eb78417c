using System.Management.Automation;
using MtaStsTools.PowerShell.Providers.WindowsDns;

namespace MtaStsTools.PowerShell.Commands;

public sealed partial class NewMtaStsDnsProviderCommand
{
    private const string WindowsDnsSet = "WindowsDns";

    /// <summary>A DNS server of Windows, by the cmdlets of the module DnsServer.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WindowsDnsSet)]
    public SwitchParameter WindowsDns { get; set; }

    /// <summary>The DNS server, by name or IP address. Without it, that of this machine or of the CIM session's.</summary>
    [Parameter(Position = 0, ParameterSetName = WindowsDnsSet)]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    // Its type is of Windows alone; the cmdlets take a session or the name of a computer.
    /// <summary>The CIM session in which the cmdlets run, as New-CimSession makes it.</summary>
    [Parameter(ParameterSetName = WindowsDnsSet)]
    [ValidateNotNull]
    public PSObject? CimSession { get; set; }

    private WindowsDnsProvider CreateWindowsDns() => new(new WindowsDnsOptions
    {
        ComputerName = ComputerName,
        CimSession = CimSession,
        SessionComputer = CimSession?.BaseObject as string ?? CimSession?.Properties["ComputerName"]?.Value?.ToString(),
        Timeout = Timeout,
        Port = NameServerPort,
    });
}
