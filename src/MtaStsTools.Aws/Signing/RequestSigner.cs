using System.Globalization;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace MtaStsTools.Aws.Signing;

/// <summary>Signs requests to one service in one region with AWS Signature Version 4.</summary>
/// <param name="region">The region that the service signs for: <c>us-east-1</c> for those that are everywhere.</param>
/// <param name="service">The service's name in signatures: <c>route53</c>.</param>
internal sealed class RequestSigner(string region, string service)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Gives <paramref name="request"/> its date, its session's token and its signature; what is in it already is not signed, but for host and body.</summary>
    public void Sign(HttpRequestMessage request, byte[] body, ImmutableCredentials credentials, DateTimeOffset at)
    {
        var target = request.RequestUri!;
        List<KeyValuePair<string, string>> headers =
        [
            new("host", target.IsDefaultPort ? target.IdnHost : $"{target.IdnHost}:{target.Port.ToString(CultureInfo.InvariantCulture)}"),
            new("x-amz-date", Timestamp(at)),
        ];
        if (credentials.UseToken)
            headers.Add(new("x-amz-security-token", credentials.Token));
        var canonical = new CanonicalRequest
        {
            Method = request.Method.Method,
            Path = target.AbsolutePath,
            Query = target.Query.TrimStart('?'),
            Headers = headers,
            Body = body,
        };
        foreach (var header in headers.Skip(1))
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        request.Headers.TryAddWithoutValidation("Authorization", Authorization(canonical, credentials.AccessKey, credentials.SecretKey, at));
    }

    /// <summary>The value of the header <c>Authorization</c>.</summary>
    public string Authorization(CanonicalRequest request, string accessKey, string secretKey, DateTimeOffset at)
    {
        var day = at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var scope = $"{day}/{region}/{service}/aws4_request";
        var text = $"{Algorithm}\n{Timestamp(at)}\n{scope}\n{CanonicalRequest.Hash(Encoding.UTF8.GetBytes(request.ToString()))}";
        var key = Encoding.UTF8.GetBytes("AWS4" + secretKey);
        foreach (var part in new[] { day, region, service, "aws4_request" })
            key = Hmac(key, part);
        return $"{Algorithm} Credential={accessKey}/{scope}, SignedHeaders={request.SignedHeaders}, Signature={CanonicalRequest.Hexadecimal(Hmac(key, text))}";
    }

    private static string Timestamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static byte[] Hmac(byte[] key, string text)
    {
        using var hmac = new HMACSHA256(key);
        return hmac.ComputeHash(Encoding.UTF8.GetBytes(text));
    }
}
