using System.Management.Automation;
using MtaStsTools.Dns;
using MtaStsTools.PowerShell.Providers;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>Makes a provider of script blocks as <c>New-MtaStsDnsProvider</c> does, of the type that the tests see.</summary>
[Cmdlet(VerbsCommon.New, "ScriptProvider")]
public sealed class NewScriptProviderCommand : PSCmdlet
{
    [Parameter]
    public string Zone { get; set; } = "example.test";

    [Parameter]
    public ScriptBlock Read { get; set; } = ScriptBlock.Create("");

    [Parameter]
    public ScriptBlock Add { get; set; } = ScriptBlock.Create("");

    [Parameter]
    public ScriptBlock Remove { get; set; } = ScriptBlock.Create("");

    protected override void EndProcessing() => WriteObject(new ScriptBlockDnsProvider(new ScriptBlockDnsOptions
    {
        Zone = Zone,
        Read = Read,
        Add = Add,
        Remove = Remove,
        // Nobody answers there.
        Resolver = new DnsResolverOptions { Servers = [new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 9)], Timeout = TimeSpan.FromSeconds(1) },
    }));
}
