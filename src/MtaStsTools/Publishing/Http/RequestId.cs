using System.Net.Http.Headers;

namespace MtaStsTools.Publishing.Http;

/// <summary>The name that a service gives to a request, so that its support can find it.</summary>
internal static class RequestId
{
    private const int MaxLength = 80;

    // Azure, AWS and many others, S3, GitHub, Cloudflare, Google.
    private static readonly string[] Headers = ["x-ms-request-id", "x-amzn-requestid", "x-amz-request-id", "x-github-request-id", "cf-ray", "x-goog-request-id", "x-request-id"];

    public static string? Of(HttpResponseHeaders headers)
    {
        foreach (var name in Headers)
        {
            if (headers.TryGetValues(name, out var values) && values.FirstOrDefault() is { Length: > 0 and <= MaxLength } value && value.All(IsPlain))
                return value;
        }

        return null;
    }

    private static bool IsPlain(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or ':' or '/' or '+' or '=';
}
