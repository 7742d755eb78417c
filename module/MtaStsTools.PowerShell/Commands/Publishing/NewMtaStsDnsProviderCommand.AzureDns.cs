using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Commands;

public sealed partial class NewMtaStsDnsProviderCommand
{
    private const string AzureDnsSet = "AzureDns";
    private const string AzureDnsSecretSet = "AzureDnsSecret";
    private const string AzureDnsCertificateSet = "AzureDnsCertificate";
    private const string AzureDnsTokenSet = "AzureDnsToken";

    private static readonly Uri ResourceManager = new("https://management.azure.com");

    /// <summary>The zone is in Azure DNS.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AzureDnsSet)]
    [Parameter(Mandatory = true, ParameterSetName = AzureDnsSecretSet)]
    [Parameter(Mandatory = true, ParameterSetName = AzureDnsCertificateSet)]
    [Parameter(Mandatory = true, ParameterSetName = AzureDnsTokenSet)]
    public SwitchParameter AzureDns { get; set; }

    /// <summary>The id of the subscription that has the zone. Without it, all that may be seen.</summary>
    [Parameter(ParameterSetName = AzureDnsSet)]
    [Parameter(ParameterSetName = AzureDnsSecretSet)]
    [Parameter(ParameterSetName = AzureDnsCertificateSet)]
    [Parameter(ParameterSetName = AzureDnsTokenSet)]
    [ValidateNotNullOrEmpty]
    public string? SubscriptionId { get; set; }

    /// <summary>The resource group that has the zone, of the subscription that is named. Without it, all.</summary>
    [Parameter(ParameterSetName = AzureDnsSet)]
    [Parameter(ParameterSetName = AzureDnsSecretSet)]
    [Parameter(ParameterSetName = AzureDnsCertificateSet)]
    [Parameter(ParameterSetName = AzureDnsTokenSet)]
    [ValidateNotNullOrEmpty]
    public string? ResourceGroup { get; set; }

    /// <summary>The identity that Azure gives to this machine, function or automation account.</summary>
    [Parameter(ParameterSetName = AzureDnsSet)]
    public SwitchParameter ManagedIdentity { get; set; }

    /// <summary>The directory (tenant) of the application.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AzureDnsSecretSet)]
    [Parameter(Mandatory = true, ParameterSetName = AzureDnsCertificateSet)]
    [ValidateNotNullOrEmpty]
    public string? TenantId { get; set; }

    /// <summary>The id of the application, or of a user-assigned managed identity.</summary>
    [Parameter(ParameterSetName = AzureDnsSet)]
    [Parameter(Mandatory = true, ParameterSetName = AzureDnsSecretSet)]
    [Parameter(Mandatory = true, ParameterSetName = AzureDnsCertificateSet)]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }

    /// <summary>A secret of the application.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AzureDnsSecretSet)]
    [SecretTransformation]
    public SecureString? ClientSecret { get; set; }

    /// <summary>A certificate of the application, with its private key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AzureDnsCertificateSet)]
    public X509Certificate2? ClientCertificate { get; set; }

    /// <summary>Where tokens are asked for, in the clouds of governments and of China.</summary>
    [Parameter(ParameterSetName = AzureDnsSet)]
    [Parameter(ParameterSetName = AzureDnsSecretSet)]
    [Parameter(ParameterSetName = AzureDnsCertificateSet)]
    [ValidateNotNull]
    public Uri? AuthorityHost { get; set; }

    private IDnsRecordProvider CreateAzureDns()
    {
        var identity = new AzureIdentity
        {
            TenantId = TenantId,
            ClientId = ClientId,
            ClientSecret = ClientSecret,
            ClientCertificate = ClientCertificate,
            ManagedIdentity = ManagedIdentity,
            AccessToken = AccessToken,
            AuthorityHost = AuthorityHost,
        }.OrSignedIn(this, Endpoint ?? ResourceManager);
        return CloudLibraries.Use("Azure", () => AzureConnections.CreateDns(identity, SubscriptionId, ResourceGroup, Endpoint, Timeout));
    }
}
