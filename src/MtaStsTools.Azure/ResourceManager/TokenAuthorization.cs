using System.Net.Http;
using System.Net.Http.Headers;
using Azure.Core;
using Azure.Identity;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Azure.ResourceManager;

/// <summary>Puts a token on every request; the credential keeps it and gets a new one in time.</summary>
internal sealed class TokenAuthorization(TokenCredential credential, Uri resource, string service, Func<ApiError, ProviderException> fail)
{
    private readonly TokenRequestContext _context = new([$"{resource.GetLeftPart(UriPartial.Authority)}/.default"]);

    public async Task AuthorizeAsync(HttpRequestMessage request, byte[]? body, CancellationToken cancellationToken)
    {
        _ = body;
        try
        {
            var token = await credential.GetTokenAsync(_context, cancellationToken).ConfigureAwait(false);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        }
        catch (AuthenticationFailedException exception)
        {
            throw fail(new ApiError
            {
                Kind = ProviderErrorKind.Unauthorized,
                Message = $"{service} cannot be asked, as there is no token for who asks: {CredentialWords.Of(exception)}.",
                Remedy = "Give an application with its secret or certificate, a managed identity or a token, or sign in with the Azure tools; get a new token where the given one has expired.",
            });
        }
    }
}
