using System.Management.Automation;
using System.Security;
using MtaStsTools.Dns.Tsig;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Commands;

public sealed partial class NewMtaStsDnsProviderCommand
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

    /// <summary>The secret of the key in Base64: a SecureString, a PSCredential, <c>env:NAME</c> or <c>secret:NAME</c>.</summary>
    [Parameter(ParameterSetName = Rfc2136Set)]
    [SecretTransformation]
    public SecureString? KeySecret { get; set; }

    /// <summary>The MAC algorithm of the key.</summary>
    [Parameter(ParameterSetName = Rfc2136Set)]
    public TsigAlgorithm KeyAlgorithm { get; set; } = TsigAlgorithm.HmacSha256;

    /// <summary>The zone that holds the record. Without it, the deepest zone that the server has, or the one that the file names.</summary>
    [Parameter(ParameterSetName = Rfc2136Set)]
    [Parameter(ParameterSetName = ZoneFileSet)]
    [Parameter(Mandatory = true, ParameterSetName = ScriptBlockSet)]
    [ValidateNotNullOrEmpty]
    public string? Zone { get; set; }

    // The key lives as long as the provider, which the session holds.
    private DynamicUpdateProvider CreateRfc2136() => UpdateServer.CreateProvider(new DynamicUpdateOptions
    {
        Server = Server,
        Port = Port,
        Key = UpdateServer.CreateKey(KeyName, KeySecret, KeyAlgorithm),
        Zone = Zone,
        Timeout = Timeout,
    });
}
