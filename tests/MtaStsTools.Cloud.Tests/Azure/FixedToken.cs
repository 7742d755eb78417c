using Azure.Core;

namespace MtaStsTools.Cloud.Tests.Azure;

/// <summary>A credential that has its token already, and keeps what it was asked for.</summary>
public sealed class FixedToken(string token = AzureDnsDouble.Token) : TokenCredential
{
    public List<string> Scopes { get; } = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Scopes.AddRange(requestContext.Scopes);
        return new AccessToken(token, DateTimeOffset.MaxValue);
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
}
