using System.Management.Automation;
using System.Security;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Commands;

public sealed partial class NewMtaStsDnsProviderCommand
{
    private const string PowerDnsSet = "PowerDns";

    /// <summary>A PowerDNS Authoritative Server with its HTTP API.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PowerDnsSet)]
    public SwitchParameter PowerDns { get; set; }

    /// <summary>The API key of the PowerDNS server.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PowerDnsSet)]
    [SecretTransformation]
    public SecureString ApiKey { get; set; } = new();

    /// <summary>The server, as the API of PowerDNS names it.</summary>
    [Parameter(ParameterSetName = PowerDnsSet)]
    [ValidateNotNullOrEmpty]
    public string ServerId { get; set; } = "localhost";

    private PowerDnsProvider CreatePowerDns() => new(new PowerDnsOptions
    {
        Endpoint = Endpoint!,
        ApiKey = ProviderSecret.FromSecureString(ApiKey),
        ServerId = ServerId,
        Api = Api,
    });
}
