using System.Management.Automation;
using System.Security;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Commands;

public sealed partial class NewMtaStsDnsProviderCommand
{
    private const string GoogleCloudDnsSet = "GoogleCloudDns";
    private const string GoogleCloudDnsTokenSet = "GoogleCloudDnsToken";

    /// <summary>Zones at Google Cloud DNS.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GoogleCloudDnsSet)]
    [Parameter(Mandatory = true, ParameterSetName = GoogleCloudDnsTokenSet)]
    public SwitchParameter GoogleCloudDns { get; set; }

    /// <summary>The id of the project; without it, that of the service account.</summary>
    [Parameter(ParameterSetName = GoogleCloudDnsSet)]
    [Parameter(Mandatory = true, ParameterSetName = GoogleCloudDnsTokenSet)]
    [ValidateNotNullOrEmpty]
    public string? Project { get; set; }

    /// <summary>The text of the JSON key file of a service account.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GoogleCloudDnsSet)]
    [SecretTransformation]
    public SecureString? ServiceAccountKey { get; set; }

    /// <summary>An access token, which lives for an hour.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GoogleCloudDnsTokenSet)]
    [Parameter(Mandatory = true, ParameterSetName = AzureDnsTokenSet)]
    [SecretTransformation]
    public SecureString? AccessToken { get; set; }

    private GoogleCloudDnsProvider CreateGoogleCloudDns()
    {
        var options = new GoogleCloudDnsOptions
        {
            Project = Project,
            ServiceAccountKey = ServiceAccountKey is null ? null : ProviderSecret.FromSecureString(ServiceAccountKey),
            AccessToken = AccessToken is null ? null : ProviderSecret.FromSecureString(AccessToken),
            Api = Api,
        };
        return new GoogleCloudDnsProvider(Endpoint is null ? options : options with { Endpoint = Endpoint });
    }
}
