using System.Security;
using Azure.Core;
using Azure.Storage;
using Azure.Storage.Blobs;
using MtaStsTools.Azure;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>All that names a type of Azure's libraries: they are loaded when a method of this class is first called.</summary>
internal static class AzureConnections
{
    public static IDnsRecordProvider CreateDns(AzureIdentity identity, string? subscriptionId, string? resourceGroup, Uri? endpoint, TimeSpan timeout)
    {
        var options = new AzureDnsOptions
        {
            Credential = CreateCredential(identity),
            SubscriptionId = subscriptionId,
            ResourceGroup = resourceGroup,
            Http = new HttpApiOptions { Timeout = timeout },
        };
        return new AzureDnsProvider(endpoint is null ? options : options with { Endpoint = endpoint });
    }

    public static IPolicyHost CreateBlob(AzureIdentity identity, Uri endpoint, string container, CloudPlace place) =>
        new AzureBlobPolicyHost(new BlobServiceClient(endpoint, CreateCredential(identity), ClientOptions()).GetBlobContainerClient(container), place.ToOptions(), place.Timeout);

    public static IPolicyHost CreateBlob(string account, SecureString key, Uri endpoint, string container, CloudPlace place) =>
        new AzureBlobPolicyHost(new BlobServiceClient(endpoint, new StorageSharedKeyCredential(account, key.Reveal()), ClientOptions()).GetBlobContainerClient(container), place.ToOptions(), place.Timeout);

    public static IPolicyHost CreateBlob(SecureString signature, Uri endpoint, string container, CloudPlace place) =>
        new AzureBlobPolicyHost(new BlobServiceClient(endpoint, new global::Azure.AzureSasCredential(signature.Reveal().TrimStart('?')), ClientOptions()).GetBlobContainerClient(container), place.ToOptions(), place.Timeout);

    private static AzureBlobPolicyHostOptions ToOptions(this CloudPlace place)
    {
        var options = new AzureBlobPolicyHostOptions { Prefix = place.Prefix, Target = place.Target };
        return place.CacheControl is null ? options : options with { CacheControl = place.CacheControl };
    }

    private static TokenCredential CreateCredential(AzureIdentity identity) => new AzureCredentialOptions
    {
        TenantId = identity.TenantId,
        ClientId = identity.ClientId,
        ClientSecret = identity.ClientSecret?.Reveal(),
        ClientCertificate = identity.ClientCertificate,
        UseManagedIdentity = identity.ManagedIdentity,
        AccessToken = identity.AccessToken?.Reveal(),
        AccessTokenExpiresOn = identity.ExpiresOn,
        AuthorityHost = identity.AuthorityHost,
    }.CreateCredential();

    private static BlobClientOptions ClientOptions()
    {
        var options = new BlobClientOptions();
        options.Diagnostics.IsTelemetryEnabled = false;
        return options;
    }
}
