using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace MtaStsTools.Azure;

/// <summary>
/// Who asks at Microsoft Azure: an application with a secret or a certificate, a managed identity, a given token, or what the machine offers. Not a record,
/// so that nothing prints what is in it.
/// </summary>
public sealed class AzureCredentialOptions
{
    /// <summary>The directory (tenant) of the application: its id or a domain of it.</summary>
    public string? TenantId { get; init; }

    /// <summary>The application's (client's) id; with <see cref="UseManagedIdentity"/> that of a user-assigned identity.</summary>
    public string? ClientId { get; init; }

    /// <summary>A secret of the application.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>A certificate of the application, with its private key.</summary>
    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>The identity that Azure gives to the machine, the function or the automation account.</summary>
    public bool UseManagedIdentity { get; init; }

    /// <summary>A token that somebody else has got; it lasts until <see cref="AccessTokenExpiresOn"/>.</summary>
    public string? AccessToken { get; init; }

    /// <summary>When the given token ends; null where that is not known.</summary>
    public DateTimeOffset? AccessTokenExpiresOn { get; init; }

    /// <summary>Where tokens are asked for; null for the public cloud, or what <c>AZURE_AUTHORITY_HOST</c> says.</summary>
    public Uri? AuthorityHost { get; init; }

    /// <summary>What carries the requests for tokens; null for the usual.</summary>
    internal HttpPipelineTransport? Transport { get; init; }

    /// <summary>
    /// The credential. Without any of the above it is what the machine offers: environment variables (<c>AZURE_CLIENT_ID</c>, <c>AZURE_TENANT_ID</c>,
    /// <c>AZURE_CLIENT_SECRET</c> …), workload or managed identity, and who is signed in to the Azure tools. It is looked for when it is first needed; no
    /// window is opened.
    /// </summary>
    /// <exception cref="InvalidOperationException">What is given does not go together.</exception>
    public TokenCredential CreateCredential()
    {
        var ways = (ClientSecret is null ? 0 : 1) + (ClientCertificate is null ? 0 : 1) + (UseManagedIdentity ? 1 : 0) + (AccessToken is null ? 0 : 1);
        if (ways > 1)
            throw new InvalidOperationException("Give one of client secret, client certificate, managed identity and token.");
        if (AccessToken is not null)
            return new GivenToken(AccessToken, AccessTokenExpiresOn);
        if (UseManagedIdentity)
            return new ManagedIdentityCredential(CreateManagedIdentityOptions());
        if (ClientSecret is not null)
            return new ClientSecretCredential(Required(TenantId), Required(ClientId), ClientSecret, Configure(new ClientSecretCredentialOptions { DisableInstanceDiscovery = AuthorityHost is not null }));
        if (ClientCertificate is not null)
            return new ClientCertificateCredential(Required(TenantId), Required(ClientId), ClientCertificate, Configure(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = AuthorityHost is not null }));
        return new DefaultAzureCredential(Configure(new DefaultAzureCredentialOptions { TenantId = TenantId, ManagedIdentityClientId = ClientId, ExcludeInteractiveBrowserCredential = true }));
    }

    private static string Required(string? value) =>
        value ?? throw new InvalidOperationException("An application is named by its directory and its id; give both.");

    private ManagedIdentityCredentialOptions CreateManagedIdentityOptions() => Configure(new ManagedIdentityCredentialOptions(
        ClientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(ClientId)));

    private T Configure<T>(T options)
        where T : TokenCredentialOptions
    {
        if (AuthorityHost is not null)
            options.AuthorityHost = AuthorityHost;
        if (Transport is not null)
            options.Transport = Transport;
        return options;
    }

    private sealed class GivenToken(string token, DateTimeOffset? expiresOn) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => expiresOn <= TimeProvider.System.GetUtcNow()
            ? throw new AuthenticationFailedException("The given token has expired.")
            : new AccessToken(token, expiresOn ?? DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
