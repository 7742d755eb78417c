using System.Security.Cryptography;
using System.Text;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns.Google;

/// <summary>The key file of a service account.</summary>
internal sealed class GoogleServiceAccount
{
    private readonly RSAParameters _key;

    private GoogleServiceAccount(string email, string? project, string? keyId, Uri tokenUri, string privateKey, RSAParameters key) =>
        (Email, Project, KeyId, TokenUri, PrivateKey, _key) = (email, project, keyId, tokenUri, ProviderSecret.FromText(privateKey), key);

    public string Email { get; }

    public string? Project { get; }

    public string? KeyId { get; }

    /// <summary>Where a signed assertion is exchanged for a token.</summary>
    public Uri TokenUri { get; }

    public ProviderSecret PrivateKey { get; }

    /// <summary>The account that a key file describes.</summary>
    /// <exception cref="ArgumentException">It is no key file of a service account; the message shows nothing of it.</exception>
    public static GoogleServiceAccount Read(ProviderSecret keyFile, string name)
    {
        try
        {
            return ApiJson.Read(Encoding.UTF8.GetBytes(keyFile.Reveal()), json => Read(json, name));
        }
        catch (Exception exception) when (exception is ApiJsonException or FormatException or CryptographicException or UriFormatException)
        {
            throw NoKeyFile(name);
        }
    }

    /// <summary>The RS256 signature (RFC 7518 §3.3) of <paramref name="text"/>.</summary>
    public byte[] Sign(byte[] text)
    {
        using var rsa = RSA.Create();
        rsa.ImportParameters(_key);
        return rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    // No cause: it may quote the key.
    private static ArgumentException NoKeyFile(string name) => new($"The {name} is not the JSON key file of a Google service account with an RSA key.", name);

    private static GoogleServiceAccount Read(ApiJson json, string name)
    {
        if (json["type"].Name() != "service_account")
            throw new ApiJsonException("is of another type");
        var privateKey = json["private_key"].Text();
        return new GoogleServiceAccount(
            json["client_email"].Name(),
            json.Find("project_id")?.Name(),
            json.Find("private_key_id")?.Name(),
            ApiEndpoint.Check(new Uri(json["token_uri"].Name()), name),
            privateKey,
            RsaPrivateKey.FromPem(privateKey));
    }
}
