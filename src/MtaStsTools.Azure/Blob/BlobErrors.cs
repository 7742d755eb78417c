using Azure;
using Azure.Identity;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;
using static MtaStsTools.Publishing.ProviderErrorKind;

namespace MtaStsTools.Azure.Blob;

/// <summary>The kind, the sentence and the remedy for every way in which a request about the policy of <paramref name="domain"/> fails.</summary>
/// <param name="place">The container, for people.</param>
/// <param name="domain">The policy domain.</param>
/// <param name="isChange">Whether it was to change anything.</param>
internal sealed class BlobErrors(string place, string domain, bool isChange)
{
    public PolicyHostException FromService(RequestFailedException exception)
    {
        if (exception.Status == 0)
            return Create(Unavailable, null, "cannot be reached", "Check the name of the storage account, and that HTTPS is let through on the way.", doubtful: isChange, exception);
        var code = exception.ErrorCode is { Length: > 0 } known ? DisplayText.Sanitize(known, 80) : $"HTTP {exception.Status}";
        var (kind, sentence, remedy) = (exception.Status, exception.ErrorCode) switch
        {
            (_, "ContainerNotFound") => (NotFound, "has no such container", "Turn on the static website of the storage account; that makes the container $web."),
            (_, "ContainerBeingDeleted" or "AccountBeingCreated" or "ContainerDisabled" or "AccountIsDisabled") => (Unavailable, "is not in use now", "Look at the storage account in the portal."),
            (401, _) or (_, "AuthenticationFailed" or "InvalidAuthenticationInfo" or "NoAuthenticationInformation") =>
                (Unauthorized, "does not accept who asks", "Check the key, the shared access signature or the identity, and the clock of this machine."),
            (403, _) => (Forbidden, "does not permit it", "Give the identity the role Storage Blob Data Contributor on the container, and let the account's firewall admit this machine."),
            (404, _) => (Conflict, "no longer has the policy that was read; nothing was changed", "Somebody else removed it at the same time: look at it, then plan again."),
            (409 or 412, _) => (Conflict, "has another policy than when the change was planned, or holds it under a lease; nothing was changed", "Somebody else changed it at the same time: look at it, then plan again."),
            (429, _) or (503, "ServerBusy") => (RateLimited, "takes no more requests now", "Try again in a few minutes."),
            ( >= 500, _) => (Unavailable, "failed to do it", "Try again in a few minutes; look at the health of Azure Storage if it stays so."),
            _ => (InvalidRequest, "does not take the request", "Check the name of the container and the prefix."),
        };
        return Create(kind, code, $"{sentence} ({code})", remedy, doubtful: isChange && exception.Status >= 500, authenticated: true);
    }

    public PolicyHostException FromCredential(AuthenticationFailedException exception) => Create(
        Unauthorized, null, $"cannot be asked, as there is no token for who asks: {CredentialWords.Of(exception)}",
        "Give a key, a shared access signature, an application, a managed identity or a token, or sign in with the Azure tools.");

    public PolicyHostException TooSlow(TimeSpan limit) => Create(
        ProviderErrorKind.Timeout, null, $"did not answer within {limit.TotalSeconds:0.#} s", "Check that HTTPS is let through on the way, and the time limit.", doubtful: isChange);

    public PolicyHostException TooLarge(long length) => Create(
        MalformedAnswer, null, $"has a file of {length} octets, which is no policy", "Look at what lies there; a policy has at most 64 KiB.", authenticated: true);

    public PolicyHostException Changed(string sentence) => Create(
        Conflict, null, sentence, "Somebody else changed it at the same time: look at it, then plan again.", authenticated: true);

    private PolicyHostException Create(
        ProviderErrorKind kind, string? detail, string sentence, string remedy, bool doubtful = false, Exception? innerException = null, bool authenticated = false) =>
        new(kind, $"{domain}: {place} {sentence}.{(doubtful ? " Whether the change was made is not known." : "")}", remedy, innerException)
        {
            Detail = detail,
            MayHaveChanged = doubtful,
            IsAuthenticated = authenticated,
        };
}
