using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;
using static MtaStsTools.Publishing.ProviderErrorKind;

namespace MtaStsTools.Aws.S3;

/// <summary>The kind, the sentence and the remedy for every way in which a request about the policy of <paramref name="domain"/> fails.</summary>
/// <param name="place">The bucket, for people.</param>
/// <param name="domain">The policy domain.</param>
/// <param name="isChange">Whether it was to change anything.</param>
internal sealed class S3Errors(string place, string domain, bool isChange)
{
    public PolicyHostException FromService(AmazonS3Exception exception)
    {
        var status = (int)exception.StatusCode;
        var code = exception.ErrorCode is { Length: > 0 } known ? DisplayText.Sanitize(known, 80) : $"HTTP {status}";
        var (kind, sentence, remedy) = exception.ErrorCode switch
        {
            "NoSuchBucket" => (NotFound, "does not exist", "Check the bucket's name, and make it where it is missing."),
            "PermanentRedirect" or "AuthorizationHeaderMalformed" or "IllegalLocationConstraintException" => (InvalidRequest, "is in another region", "Name the bucket's region."),
            "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "ExpiredToken" or "InvalidToken" or "TokenRefreshRequired" =>
                (Unauthorized, "does not accept who asks", "Check the access key and its secret; get new ones where they were temporary."),
            "RequestTimeTooSkewed" => (Unauthorized, "does not accept who asks, as the clock of this machine is off", "Set the clock."),
            "SlowDown" or "TooManyRequests" or "Throttling" or "ThrottlingException" => (RateLimited, "takes no more requests now", "Try again in a few minutes."),
            _ => FromStatus(exception.StatusCode),
        };
        return Create(kind, code, $"{sentence} ({code})", remedy, doubtful: isChange && status >= 500, authenticated: true);
    }

    public PolicyHostException FromClient(AmazonClientException exception) => exception.InnerException is System.Net.Http.HttpRequestException or WebException or IOException
        ? Unreachable(exception.InnerException)
        : Create(Unauthorized, null, $"cannot be asked, as nothing says who asks: {DisplayText.Sanitize(exception.Message.Split('\r', '\n')[0].TrimEnd('.'))}", "Give an access key, a profile or a role.");

    public PolicyHostException Unreachable(Exception exception) => Create(
        Unavailable, null, "cannot be reached", "Check the region or the endpoint, and that HTTPS is let through on the way.", doubtful: isChange, exception);

    public PolicyHostException TooSlow(TimeSpan limit) => Create(
        ProviderErrorKind.Timeout, null, $"did not answer within {limit.TotalSeconds:0.#} s", "Check that HTTPS is let through on the way, and the time limit.", doubtful: isChange);

    public PolicyHostException TooLarge(long length) => Create(
        MalformedAnswer, null, $"has a file of {length} octets, which is no policy", "Look at what lies there; a policy has at most 64 KiB.", authenticated: true);

    public PolicyHostException Garbled() => Create(
        MalformedAnswer, null, "has a file whose hash is not the one that it tells", "Try again; somebody may be changing it.", authenticated: true);

    public PolicyHostException Changed(string sentence) => Create(
        Conflict, null, sentence, "Somebody else changed it at the same time: look at it, then plan again.", authenticated: true);

    private static (ProviderErrorKind Kind, string Sentence, string Remedy) FromStatus(HttpStatusCode status) => (int)status switch
    {
        401 => (Unauthorized, "does not accept who asks", "Check the access key and its secret."),
        403 => (Forbidden, "does not permit it", "Let who asks do s3:GetObject, s3:PutObject and s3:DeleteObject on its objects, and s3:ListBucket on the bucket: without that a missing object is not told from a forbidden one."),
        404 => (Conflict, "no longer has the policy that was read; nothing was changed", "Somebody else removed it at the same time: look at it, then plan again."),
        409 or 412 => (Conflict, "has another policy than when the change was planned; nothing was changed", "Somebody else changed it at the same time: look at it, then plan again."),
        429 => (RateLimited, "takes no more requests now", "Try again in a few minutes."),
        >= 500 => (Unavailable, "failed to do it", "Try again in a few minutes; look at the health of Amazon S3 if it stays so."),
        _ => (InvalidRequest, "does not take the request", "Check the bucket's name and the prefix."),
    };

    private PolicyHostException Create(
        ProviderErrorKind kind, string? detail, string sentence, string remedy, bool doubtful = false, Exception? innerException = null, bool authenticated = false) =>
        new(kind, $"{domain}: {place} {sentence}.{(doubtful ? " Whether the change was made is not known." : "")}", remedy, innerException)
        {
            Detail = detail,
            MayHaveChanged = doubtful,
            IsAuthenticated = authenticated,
        };
}
