using System.Management.Automation;
using System.Security;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Commands;

public sealed partial class NewMtaStsDnsProviderCommand
{
    private const string CloudflareSet = "Cloudflare";

    /// <summary>Zones at Cloudflare.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CloudflareSet)]
    public SwitchParameter Cloudflare { get; set; }

    /// <summary>An API token with the permissions to read the zones and to edit their DNS records.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CloudflareSet)]
    [SecretTransformation]
    public SecureString ApiToken { get; set; } = new();

    private CloudflareDnsProvider CreateCloudflare()
    {
        var options = new CloudflareDnsOptions { ApiToken = ProviderSecret.FromSecureString(ApiToken), Api = Api };
        return new CloudflareDnsProvider(Endpoint is null ? options : options with { Endpoint = Endpoint });
    }
}
