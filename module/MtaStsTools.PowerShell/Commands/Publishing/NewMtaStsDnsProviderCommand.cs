using System.Management.Automation;
using System.Security;
using MtaStsTools.Dns.Tsig;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Makes the object through which records are changed, for the parameter -Provider.</summary>
[Cmdlet(VerbsCommon.New, "MtaStsDnsProvider", DefaultParameterSetName = Rfc2136Set)]
[OutputType(typeof(DynamicUpdateProvider))]
public sealed class NewMtaStsDnsProviderCommand : MtaStsCmdlet
{
    private const string Rfc2136Set = "Rfc2136";

    /// <summary>A primary name server that takes dynamic updates by RFC 2136.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Rfc2136Set)]
    public SwitchParameter Rfc2136 { get; set; }

    /// <summary>The primary name server of the zone: a host name or an IP address.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Rfc2136Set)]
    [ValidateNotNullOrEmpty]
    public string Server { get; set; } = "";

    /// <summary>The TCP port of the name server.</summary>
    [Parameter(ParameterSetName = Rfc2136Set)]
    [ValidateRange(1, 65535)]
    public int Port { get; set; } = UpdateServer.DnsPort;

    /// <summary>The name of the TSIG key that signs the update. Without it the update is not signed.</summary>
    [Parameter(ParameterSetName = Rfc2136Set)]
    [ValidateNotNullOrEmpty]
    public string? KeyName { get; set; }

    /// <summary>The secret of the key in Base64, as a secure string.</summary>
    [Parameter(ParameterSetName = Rfc2136Set)]
    public SecureString? KeySecret { get; set; }

    /// <summary>The MAC algorithm of the key.</summary>
    [Parameter(ParameterSetName = Rfc2136Set)]
    public TsigAlgorithm KeyAlgorithm { get; set; } = TsigAlgorithm.HmacSha256;

    /// <summary>The zone that holds the record. Without it, the deepest zone that the server has.</summary>
    [Parameter(ParameterSetName = Rfc2136Set)]
    [ValidateNotNullOrEmpty]
    public string? Zone { get; set; }

    /// <summary>The time limit of each request, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 600)]
    public int TimeoutSec { get; set; } = 10;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            // The key lives as long as the provider, which the session holds.
            WriteObject(UpdateServer.CreateProvider(new DynamicUpdateOptions
            {
                Server = Server,
                Port = Port,
                Key = UpdateServer.CreateKey(KeyName, KeySecret, KeyAlgorithm),
                Zone = Zone,
                Timeout = TimeSpan.FromSeconds(TimeoutSec),
            }));
        }
        catch (CommandFailedException exception)
        {
            ThrowTerminatingError(exception.ErrorRecord);
        }
    }
}
