using System.Text;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns.Google;

/// <summary>Exchanges an assertion that a service account signed for an access token (RFC 7523), and keeps the token while it is good.</summary>
internal sealed class GoogleSignIn
{
    private const string Scope = "https://www.googleapis.com/auth/ndev.clouddns.readwrite";
    private const string GrantType = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private static readonly TimeSpan AssertionTime = TimeSpan.FromHours(1);

    // A token that ends while a request is under way is of no use.
    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(1);

    private readonly GoogleServiceAccount _account;
    private readonly TimeProvider _timeProvider;
    private readonly ApiClient _client;
    private readonly string[] _path;
    private readonly Action<ProviderSecret> _received;
    private (string Text, DateTimeOffset Until)? _token;

    /// <param name="account">Who signs.</param>
    /// <param name="api">Time limits and repetitions.</param>
    /// <param name="received">Is told each token, so that it is never shown.</param>
    public GoogleSignIn(GoogleServiceAccount account, HttpApiOptions api, Action<ProviderSecret> received)
    {
        (_account, _timeProvider, _received) = (account, api.TimeProvider, received);
        _path = account.TokenUri.AbsolutePath.Trim('/').Split('/');
        _client = new ApiClient(
            new ApiService
            {
                Name = "Google's sign-in",
                Endpoint = new Uri(account.TokenUri, "/"),
                Fail = ApiError.ToDnsProvider,
                Secrets = [account.PrivateKey],
                Explain = static answer => answer.TextOrNull("error_description") ?? answer.TextOrNull("error"),
                Meaning = static (status, _) => status == 400 ? 401 : status,
                UnauthorizedRemedy = "Check that the service account's key is not deleted and that the clock of this machine is right.",
                ForbiddenRemedy = "Check that the service account is not disabled.",
            },
            api);
    }

    /// <exception cref="ProviderException">There is no token to be had.</exception>
    public async Task<string> GetTokenAsync(CancellationToken cancellationToken)
    {
        var now = _timeProvider.GetUtcNow();
        if (_token is { } token && token.Until > now)
            return token.Text;
        var request = new ApiRequest
        {
            Method = HttpMethod.Post,
            Path = _path,
            Subject = _account.Email,
            Body = Encoding.ASCII.GetBytes($"grant_type={Uri.EscapeDataString(GrantType)}&assertion={CreateAssertion(now)}"),
            MediaType = "application/x-www-form-urlencoded",
            IsRead = true,
        };
        var (text, seconds) = await _client.SendAsync(request, answer => (answer["access_token"].Text(), answer["expires_in"].Whole()), cancellationToken).ConfigureAwait(false);
        if (text.Length == 0 || text.Any(character => character is <= ' ' or > '~'))
            throw _client.Errors.Malformed(request, "has no token that can be sent");
        _received(ProviderSecret.FromText(text));
        _token = (text, now + TimeSpan.FromSeconds(seconds) - Reserve);
        return text;
    }

    /// <summary>A JSON Web Token (RFC 7519) in which the account asks for itself.</summary>
    private string CreateAssertion(DateTimeOffset now)
    {
        var header = JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("alg", "RS256");
            json.WriteString("typ", "JWT");
            if (_account.KeyId is { } id)
                json.WriteString("kid", id);
            json.WriteEndObject();
        });
        var claims = JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("iss", _account.Email);
            json.WriteString("scope", Scope);
            json.WriteString("aud", _account.TokenUri.AbsoluteUri.TrimEnd('/'));
            json.WriteNumber("iat", now.ToUnixTimeSeconds());
            json.WriteNumber("exp", (now + AssertionTime).ToUnixTimeSeconds());
            json.WriteEndObject();
        });
        var signed = $"{Base64Url(header)}.{Base64Url(claims)}";
        return $"{signed}.{Base64Url(_account.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Base64Url(byte[] octets) => Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
