using System.Security.Cryptography;
using System.Text;
using WireMock;

namespace MtaStsTools.Cloud.Tests.Aws;

/// <summary>One bucket of Amazon S3 that refuses writes and deletions whose condition does not hold, and the invalidations of CloudFront.</summary>
public sealed class S3Double : HttpDouble
{
    public const string Bucket = "policies";

    private const string Root = "/" + Bucket + "/";

    /// <summary>Objects by their keys.</summary>
    public Dictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>What CloudFront was told, as XML.</summary>
    public List<string> Invalidations { get; } = [];

    public static DoubleAnswer Error(int status, string code) =>
        new() { Status = status, MediaType = "application/xml", Body = $"<?xml version=\"1.0\"?>\n<Error><Code>{code}</Code><Message>Words of the service</Message><RequestId>1</RequestId></Error>" };

    protected override DoubleAnswer Answer(IRequestMessage request)
    {
        if (request.Path.StartsWith("/2020-05-31/distribution/", StringComparison.Ordinal))
        {
            Invalidations.Add($"{request.Path} {request.Body}");
            return new DoubleAnswer { Status = 201, MediaType = "text/xml", Body = "<Invalidation xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\"><Id>I1</Id></Invalidation>" };
        }

        if (!request.Path.StartsWith(Root, StringComparison.Ordinal))
            return Error(404, "NoSuchBucket");
        var key = request.Path[Root.Length..];
        var stored = Objects.GetValueOrDefault(key);
        if (request.Method == "GET")
            return stored is null ? Error(404, "NoSuchKey") : new DoubleAnswer { Status = 200, MediaType = "text/plain", Body = Encoding.UTF8.GetString(stored), Headers = [("ETag", ETag(stored))] };
        if (Header(request, "If-None-Match") == "*" && stored is not null)
            return Error(412, "PreconditionFailed");
        if (Header(request, "If-Match") is { } version && (stored is null || version != ETag(stored)))
            return stored is null ? Error(404, "NoSuchKey") : Error(412, "PreconditionFailed");
        if (request.Method == "DELETE")
        {
            Objects.Remove(key);
            return new DoubleAnswer { Status = 204 };
        }

        Objects[key] = request.BodyAsBytes ?? [];
        return new DoubleAnswer { Status = 200, Headers = [("ETag", ETag(Objects[key]))] };
    }

    // With the mark of an upload in parts, since the library takes the rest for the MD5 of the octets where there is none.
    private static string ETag(byte[] octets) => $"\"{Convert.ToHexStringLower(SHA256.HashData(octets))[..32]}-1\"";
}
