using System.Management.Automation;
using System.Net;
using MtaStsTools.Dns;
using MtaStsTools.PowerShell.Providers;

namespace MtaStsTools.PowerShell.Commands;

public sealed partial class NewMtaStsDnsProviderCommand
{
    private const string ScriptBlockSet = "ScriptBlock";

    /// <summary>Script blocks of one's own.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ScriptBlockSet)]
    public SwitchParameter ScriptBlock { get; set; }

    /// <summary>Writes the TXT records of the name in $_.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ScriptBlockSet)]
    public ScriptBlock Read { get; set; } = null!;

    /// <summary>Adds the TXT record in $_.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ScriptBlockSet)]
    public ScriptBlock Add { get; set; } = null!;

    /// <summary>Removes the TXT record in $_.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ScriptBlockSet)]
    public ScriptBlock Remove { get; set; } = null!;

    /// <summary>Name servers to ask for the authoritative servers of the zone, as IP addresses with an optional port. Without it, the resolvers of this machine.</summary>
    [Parameter(ParameterSetName = ScriptBlockSet)]
    [Parameter(ParameterSetName = PoshAcmeSet)]
    [DnsServerTransformation]
    public IPEndPoint[] DnsServer { get; set; } = [];

    private ScriptBlockDnsProvider CreateScriptBlock()
    {
        try
        {
            return new ScriptBlockDnsProvider(new ScriptBlockDnsOptions
            {
                Zone = Zone!,
                Read = Read,
                Add = Add,
                Remove = Remove,
                Resolver = new DnsResolverOptions { Servers = DnsServer, Timeout = Timeout },
            });
        }
        catch (MtaStsFormatException exception)
        {
            throw new CommandFailedException(InvalidText.Error("InvalidDomain", "-Zone is no domain", exception.Findings, Zone));
        }
    }
}
