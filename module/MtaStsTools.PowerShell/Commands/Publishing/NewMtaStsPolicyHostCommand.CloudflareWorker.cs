using System.Management.Automation;
using System.Security;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.PowerShell.Commands;

public sealed partial class NewMtaStsPolicyHostCommand
{
    private const string CloudflareWorkerSet = "CloudflareWorker";

    /// <summary>A worker at Cloudflare.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CloudflareWorkerSet)]
    public SwitchParameter CloudflareWorker { get; set; }

    /// <summary>The id of the account at Cloudflare.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CloudflareWorkerSet)]
    [ValidateNotNullOrEmpty]
    public string AccountId { get; set; } = "";

    /// <summary>An API token that may edit workers and their domains.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CloudflareWorkerSet)]
    [SecretTransformation]
    public SecureString ApiToken { get; set; } = new();

    /// <summary>The name of the worker.</summary>
    [Parameter(ParameterSetName = CloudflareWorkerSet)]
    [ValidateNotNullOrEmpty]
    public string ScriptName { get; set; } = "mta-sts";

    private CloudflareWorkerHost CreateCloudflareWorker()
    {
        var options = new CloudflareWorkerHostOptions { AccountId = AccountId, ApiToken = ProviderSecret.FromSecureString(ApiToken), ScriptName = ScriptName, Api = Api };
        return new CloudflareWorkerHost(Endpoint is null ? options : options with { Endpoint = Endpoint });
    }
}
