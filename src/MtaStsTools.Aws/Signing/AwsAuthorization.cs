using System.Net.Http;
using Amazon.Runtime;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Aws.Signing;

/// <summary>Signs every request with the credentials as they are when it is sent, since those of roles and machines change.</summary>
internal sealed class AwsAuthorization(AWSCredentials credentials, RequestSigner signer, TimeProvider clock, string service, Func<ApiError, ProviderException> fail)
{
    public async Task AuthorizeAsync(HttpRequestMessage request, byte[]? body, CancellationToken cancellationToken)
    {
        ImmutableCredentials current;
        try
        {
            current = await credentials.GetCredentialsAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is AmazonClientException or AmazonServiceException or ArgumentException or InvalidOperationException or IOException)
        {
            throw fail(new ApiError
            {
                Kind = ProviderErrorKind.Unauthorized,
                Message = $"{service} cannot be asked, as there is no proof of who asks: {DisplayText.Sanitize(exception.Message.Split('\r', '\n')[0].TrimEnd('.'))}.",
                Remedy = "Give an access key, a profile or a role; sign in again where the profile is one of single sign-on.",
            });
        }

        cancellationToken.ThrowIfCancellationRequested();
        signer.Sign(request, body ?? [], current, clock.GetUtcNow());
    }
}
