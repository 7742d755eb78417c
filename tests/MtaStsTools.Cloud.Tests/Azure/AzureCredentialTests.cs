using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using MtaStsTools.Azure;
using Xunit;

namespace MtaStsTools.Cloud.Tests.Azure;

public sealed class AzureCredentialTests
{
    private const string Tenant = "33333333-3333-3333-3333-333333333333";
    private const string Client = "44444444-4444-4444-4444-444444444444";
    private const string Secret = "the~secret~of~the~application";

    private static readonly TokenRequestContext Context = new(["https://management.azure.com/.default"]);

    private readonly List<string> _bodies = [];
    private readonly List<Uri> _asked = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_of_an_application_gets_a_token_from_its_directory()
    {
        var credential = new AzureCredentialOptions { TenantId = Tenant, ClientId = Client, ClientSecret = Secret, Transport = Transport() }.CreateCredential();
        Assert.Equal("a-token", (await credential.GetTokenAsync(Context, Stop)).Token);
        Assert.Contains(_asked, uri => uri.AbsolutePath == $"/{Tenant}/oauth2/v2.0/token");
        Assert.Contains(_bodies, body => body.Contains($"client_id={Client}", StringComparison.Ordinal) && body.Contains("client_secret=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_of_an_application_signs_for_a_token()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var credential = new AzureCredentialOptions { TenantId = Tenant, ClientId = Client, ClientCertificate = certificate, Transport = Transport() }.CreateCredential();
        Assert.Equal("a-token", (await credential.GetTokenAsync(Context, Stop)).Token);
        Assert.Contains(_bodies, body => body.Contains("client_assertion=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_directory_says_against_a_secret_is_told_without_it()
    {
        var credential = new AzureCredentialOptions
        {
            TenantId = Tenant,
            ClientId = Client,
            ClientSecret = Secret,
            Transport = Transport("""{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value.\r\nTrace ID: x"}"""),
        }.CreateCredential();
        var error = await Assert.ThrowsAsync<AuthenticationFailedException>(async () => await credential.GetTokenAsync(Context, Stop));
        Assert.Contains("AADSTS7000215: Invalid client secret provided", CredentialWords.Of(error), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, $"{error}{CredentialWords.Of(error)}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_given_token_is_used_until_it_ends()
    {
        var lasting = new AzureCredentialOptions { AccessToken = "given", AccessTokenExpiresOn = DateTimeOffset.MaxValue }.CreateCredential();
        Assert.Equal("given", (await lasting.GetTokenAsync(Context, Stop)).Token);
        Assert.Equal("given", lasting.GetToken(Context, Stop).Token);
        var ended = new AzureCredentialOptions { AccessToken = "given", AccessTokenExpiresOn = DateTimeOffset.UnixEpoch }.CreateCredential();
        Assert.Throws<AuthenticationFailedException>(() => ended.GetToken(Context, Stop));
    }

    [Fact]
    public void Each_way_makes_its_credential()
    {
        Assert.IsType<ManagedIdentityCredential>(new AzureCredentialOptions { UseManagedIdentity = true }.CreateCredential());
        Assert.IsType<ManagedIdentityCredential>(new AzureCredentialOptions { UseManagedIdentity = true, ClientId = Client }.CreateCredential());
        Assert.IsType<DefaultAzureCredential>(new AzureCredentialOptions().CreateCredential());
    }

    [Fact]
    public void What_does_not_go_together_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => new AzureCredentialOptions { UseManagedIdentity = true, AccessToken = "x" }.CreateCredential());
        Assert.Throws<InvalidOperationException>(() => new AzureCredentialOptions { ClientSecret = Secret, ClientId = Client }.CreateCredential());
        Assert.Throws<InvalidOperationException>(() => new AzureCredentialOptions { ClientSecret = Secret, TenantId = Tenant }.CreateCredential());
    }

    private HttpClientTransport Transport(string? refusal = null) => new(new HttpClient(new Directory(this, refusal)));

    /// <summary>Microsoft Entra ID, as far as an application sees it.</summary>
    private sealed class Directory(AzureCredentialTests test, string? refusal) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            test._asked.Add(request.RequestUri!);
            test._bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
            var authority = $"https://login.microsoftonline.com/{Tenant}";
            var (status, body) = request.RequestUri!.AbsolutePath switch
            {
                var path when path.EndsWith("/token", StringComparison.Ordinal) => refusal is null
                    ? (HttpStatusCode.OK, """{"token_type":"Bearer","expires_in":3599,"access_token":"a-token"}""")
                    : (HttpStatusCode.Unauthorized, refusal),
                var path when path.Contains("openid-configuration", StringComparison.Ordinal) => (HttpStatusCode.OK, $$"""{"token_endpoint":"{{authority}}/oauth2/v2.0/token","authorization_endpoint":"{{authority}}/oauth2/v2.0/authorize","issuer":"{{authority}}/v2.0"}"""),
                _ => (HttpStatusCode.OK, $$"""{"tenant_discovery_endpoint":"{{authority}}/v2.0/.well-known/openid-configuration","api-version":"1.1","metadata":[{"preferred_network":"login.microsoftonline.com","preferred_cache":"login.windows.net","aliases":["login.microsoftonline.com"]}]}"""),
            };
            return new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json"), RequestMessage = request };
        }
    }
}
