using System.Collections;
using System.Management.Automation;
using MtaStsTools.Dns;
using MtaStsTools.PowerShell.Providers;

namespace MtaStsTools.PowerShell.Commands;

public sealed partial class NewMtaStsDnsProviderCommand
{
    private const string PoshAcmeSet = "PoshAcme";

    /// <summary>A DNS plugin of the module Posh-ACME.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PoshAcmeSet)]
    public SwitchParameter PoshAcme { get; set; }

    /// <summary>The plugin, as Get-PAPlugin lists it.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PoshAcmeSet)]
    [ValidateNotNullOrEmpty]
    public string Plugin { get; set; } = "";

    /// <summary>The arguments of the plugin.</summary>
    [Parameter(ParameterSetName = PoshAcmeSet)]
    [ValidateNotNull]
    public Hashtable PluginArgs { get; set; } = [];

    /// <summary>The main domain of an order of Posh-ACME whose saved arguments are used; -PluginArgs goes before them.</summary>
    [Parameter(ParameterSetName = PoshAcmeSet)]
    [ValidateNotNullOrEmpty]
    public string? SavedPluginArgs { get; set; }

    /// <summary>The port of the authoritative name servers that are read. Resolvers only use 53; another one is for laboratories.</summary>
    [Parameter(ParameterSetName = PoshAcmeSet)]
    [Parameter(ParameterSetName = WindowsDnsSet)]
    [ValidateRange(1, 65535)]
    public int NameServerPort { get; set; } = UpdateServer.DnsPort;

    private PoshAcmeDnsProvider CreatePoshAcme() => new(new PoshAcmeDnsOptions
    {
        Plugin = Plugin,
        PluginArgs = (Hashtable)PluginArgs.Clone(),
        SavedFor = SavedPluginArgs,
        Reading = new AuthoritativeRecordsOptions
        {
            Resolver = new DnsResolverOptions { Servers = DnsServer, Timeout = Timeout },
            Port = NameServerPort,
        },
    });
}
