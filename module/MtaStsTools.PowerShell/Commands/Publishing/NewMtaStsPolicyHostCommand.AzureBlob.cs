using System.Management.Automation;
using System.Security;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.PowerShell.Commands;

public sealed partial class NewMtaStsPolicyHostCommand
{
    private const string AzureBlobSet = "AzureBlob";
    private const string AzureBlobKeySet = "AzureBlobKey";
    private const string AzureBlobSasSet = "AzureBlobSas";
    private const string AzureBlobSecretSet = "AzureBlobSecret";
    private const string AzureBlobTokenSet = "AzureBlobToken";

    private static readonly Uri Storage = new("https://storage.azure.com");

    /// <summary>The static website of a storage account of Azure.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AzureBlobSet)]
    [Parameter(Mandatory = true, ParameterSetName = AzureBlobKeySet)]
    [Parameter(Mandatory = true, ParameterSetName = AzureBlobSasSet)]
    [Parameter(Mandatory = true, ParameterSetName = AzureBlobSecretSet)]
    [Parameter(Mandatory = true, ParameterSetName = AzureBlobTokenSet)]
    public SwitchParameter AzureBlob { get; set; }

    /// <summary>The name of the storage account.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AzureBlobSet)]
    [Parameter(Mandatory = true, ParameterSetName = AzureBlobKeySet)]
    [Parameter(Mandatory = true, ParameterSetName = AzureBlobSasSet)]
    [Parameter(Mandatory = true, ParameterSetName = AzureBlobSecretSet)]
    [Parameter(Mandatory = true, ParameterSetName = AzureBlobTokenSet)]
    [ValidatePattern("^[a-z0-9]{3,24}$")]
    public string Account { get; set; } = "";

    /// <summary>The container from which the account serves its website.</summary>
    [Parameter(ParameterSetName = AzureBlobSet)]
    [Parameter(ParameterSetName = AzureBlobKeySet)]
    [Parameter(ParameterSetName = AzureBlobSasSet)]
    [Parameter(ParameterSetName = AzureBlobSecretSet)]
    [Parameter(ParameterSetName = AzureBlobTokenSet)]
    [ValidateNotNullOrEmpty]
    public string Container { get; set; } = "$web";

    /// <summary>A key of the storage account.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AzureBlobKeySet)]
    [SecretTransformation]
    public SecureString? AccountKey { get; set; }

    /// <summary>A shared access signature that lets objects be read, made, written and deleted.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AzureBlobSasSet)]
    [SecretTransformation]
    public SecureString? SasToken { get; set; }

    /// <summary>The identity that Azure gives to this machine, function or automation account.</summary>
    [Parameter(ParameterSetName = AzureBlobSet)]
    public SwitchParameter ManagedIdentity { get; set; }

    /// <summary>The directory (tenant) of the application.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AzureBlobSecretSet)]
    [ValidateNotNullOrEmpty]
    public string? TenantId { get; set; }

    /// <summary>The id of the application, or of a user-assigned managed identity.</summary>
    [Parameter(ParameterSetName = AzureBlobSet)]
    [Parameter(Mandatory = true, ParameterSetName = AzureBlobSecretSet)]
    [ValidateNotNullOrEmpty]
    public string? ClientId { get; set; }

    /// <summary>A secret of the application.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AzureBlobSecretSet)]
    [SecretTransformation]
    public SecureString? ClientSecret { get; set; }

    /// <summary>A token for Azure Storage.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AzureBlobTokenSet)]
    [SecretTransformation]
    public SecureString? AccessToken { get; set; }

    /// <summary>Where tokens are asked for, in the clouds of governments and of China.</summary>
    [Parameter(ParameterSetName = AzureBlobSet)]
    [Parameter(ParameterSetName = AzureBlobSecretSet)]
    [ValidateNotNull]
    public Uri? AuthorityHost { get; set; }

    private IPolicyHost CreateAzureBlob()
    {
        var endpoint = Endpoint ?? new Uri($"https://{Account}.blob.core.windows.net");
        if (AccountKey is { } key)
            return CloudLibraries.Use("Azure", () => AzureConnections.CreateBlob(Account, key, endpoint, Container, Place()));
        if (SasToken is { } signature)
            return CloudLibraries.Use("Azure", () => AzureConnections.CreateBlob(signature, endpoint, Container, Place()));
        var identity = new AzureIdentity
        {
            TenantId = TenantId,
            ClientId = ClientId,
            ClientSecret = ClientSecret,
            ManagedIdentity = ManagedIdentity,
            AccessToken = AccessToken,
            AuthorityHost = AuthorityHost,
        }.OrSignedIn(this, Storage);
        return CloudLibraries.Use("Azure", () => AzureConnections.CreateBlob(identity, endpoint, Container, Place()));
    }
}
