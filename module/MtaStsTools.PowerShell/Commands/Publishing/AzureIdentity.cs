using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Who asks at Azure, as the parameters of a command say it. Not a record, so that nothing prints it.</summary>
internal sealed class AzureIdentity
{
    private const string SignedInModule = "Az.Accounts";

    public string? TenantId { get; init; }

    public string? ClientId { get; init; }

    public SecureString? ClientSecret { get; init; }

    public X509Certificate2? ClientCertificate { get; init; }

    public bool ManagedIdentity { get; init; }

    public SecureString? AccessToken { get; init; }

    public DateTimeOffset? ExpiresOn { get; init; }

    public Uri? AuthorityHost { get; init; }

    private bool IsNobody => ClientSecret is null && ClientCertificate is null && !ManagedIdentity && AccessToken is null && ClientId is null && TenantId is null;

    /// <summary>Where nobody is named, who is signed in with Az.Accounts in this session; where that module is not there, this itself.</summary>
    public AzureIdentity OrSignedIn(PSCmdlet command, Uri resource)
    {
        if (!IsNobody || command.InvokeCommand.InvokeScript($"Get-Module -Name {SignedInModule}").Count == 0)
            return this;
        try
        {
            var answer = command.InvokeCommand.InvokeScript(
                "param($resource) Az.Accounts\\Get-AzAccessToken -ResourceUrl $resource -ErrorAction Stop -WarningAction SilentlyContinue", resource.GetLeftPart(UriPartial.Authority) + "/").LastOrDefault();
            var token = answer?.Properties["Token"]?.Value;
            return new AzureIdentity
            {
                AccessToken = token as SecureString ?? (token is string { Length: > 0 } text ? SecretText.Protect(text) : throw new RuntimeException("It gave no token.")),
                ExpiresOn = answer!.Properties["ExpiresOn"]?.Value is DateTimeOffset at ? at : null,
            };
        }
        catch (RuntimeException exception)
        {
            throw new CommandFailedException(CommandError.Create(
                "NotSignedIn", ErrorCategory.AuthenticationError, $"{SignedInModule} has no token: {exception.Message}", SignedInModule,
                "Sign in with Connect-AzAccount, or name an application, a managed identity or a token.", exception));
        }
    }
}
