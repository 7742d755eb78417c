using System.Globalization;
using MtaStsTools.Net;
using static MtaStsTools.Publishing.ProviderErrorKind;

namespace MtaStsTools.Publishing.Http;

/// <summary>The kind, the sentence and the remedy for every way in which a request to a service fails.</summary>
internal sealed class ApiErrors(ApiService service, HttpApiOptions options)
{
    private const string TryLater = "Try again later; if it stays so, look at the status page or the log of the service.";

    public ProviderException Of(ApiAttempt attempt) => attempt.Answer is { } answer ? FromStatus(answer) : FromFault(attempt);

    /// <summary>The answer has a status of success, and cannot be what the API documents.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="what">What is wrong with it, after "an answer that"; no text of the service.</param>
    /// <param name="answer">The answer.</param>
    public ProviderException Malformed(ApiRequest request, string what, ApiAnswer? answer = null) => Create(
        request, MalformedAnswer, $"gave an answer that {what}.", "Check that the endpoint is that of the service, and that no proxy on the way answers in its place.", answer, doubtful: true);

    /// <summary>A record of <paramref name="recordName"/> is not as master files write it.</summary>
    public ProviderException Unreadable(string recordName) => Create(recordName, MalformedAnswer, "has a TXT record that cannot be read.", "Look at the record with the tools of the service.");

    /// <summary>An error that is told by what the answer says and not by its status.</summary>
    public ProviderException Create(
        ApiRequest request, ProviderErrorKind kind, string sentence, string remedy, ApiAnswer? answer = null, bool doubtful = false, Exception? cause = null) =>
        Create(request.Subject, kind, sentence, remedy, answer, mayHaveChanged: doubtful && !request.IsRead, cause);

    /// <summary>An error about <paramref name="subject"/>.</summary>
    public ProviderException Create(
        string subject, ProviderErrorKind kind, string sentence, string remedy, ApiAnswer? answer = null, bool mayHaveChanged = false, Exception? cause = null) =>
        service.Fail(new ApiError
        {
            Kind = kind,
            Message = $"{DisplayText.Sanitize(subject)}: {service.Description} {sentence}{(mayHaveChanged ? " Whether the change was made is not known." : "")}",
            Remedy = remedy + (mayHaveChanged ? " Look at what is there before trying again." : ""),
            Detail = answer is null ? null : Detail(answer),
            Server = service.Server,
            MayHaveChanged = mayHaveChanged,
            IsAuthenticated = answer is not null && service.Endpoint.Scheme == Uri.UriSchemeHttps,
            Cause = cause,
        });

    /// <summary>What a service says, safe to show: nothing in it commands a terminal, and no secret is left.</summary>
    public string Quote(string text)
    {
        foreach (var secret in service.Secrets)
            text = secret.HideIn(text);
        return DisplayText.Sanitize(text);
    }

    private ProviderException FromStatus(ApiAnswer answer)
    {
        var (kind, sentence, remedy) = answer.Status switch
        {
            401 => (Unauthorized, "does not accept who asks", service.UnauthorizedRemedy),
            407 => (Unauthorized, "is behind a proxy that does not accept who asks", "Give the proxy of this machine what it wants to know, or let it pass this host."),
            403 => (Forbidden, "does not permit it", service.ForbiddenRemedy),
            404 or 410 => (NotFound, "does not have it", "Check the names that were given, and that this account has them."),
            409 or 412 => (Conflict, "has something else than what was read; nothing was changed", "Somebody else changed it at the same time: look at it, then plan again."),
            408 => (ProviderErrorKind.Timeout, "did not get the request in time", TryLater),
            429 => (RateLimited, $"takes no more requests now{(answer.RetryAfter is { } wait ? $"; it asks to wait {TimeLimit.Describe(wait)}" : "")}", "Try again after that time, and let nothing else use the account meanwhile."),
            >= 300 and < 400 => (InvalidRequest, $"leads elsewhere{(answer.Location is { } place ? $", to {Quote(place.OriginalString)}," : "")} where no secret is sent", "Give the endpoint that is meant."),
            >= 400 and < 500 or 501 => (InvalidRequest, "does not take the request", "Read what it says; check the names, the endpoint and the version of the service."),
            >= 500 => (Unavailable, "failed to do it", TryLater),
            _ => (MalformedAnswer, "gave an answer that the request cannot have", "Check that the endpoint is that of the service."),
        };
        return Create(answer.Request, kind, $"{sentence} (HTTP {Number(answer.Status)}).{Explanation(answer)}", remedy, answer, doubtful: kind is Unavailable or MalformedAnswer);
    }

    private ProviderException FromFault(ApiAttempt attempt) => attempt.Fault switch
    {
        ApiFault.NotConnected => Create(attempt.Request, Unavailable,
            $"cannot be reached: {(attempt.Cause is { } cause ? SocketErrors.Describe(cause) : "there is no connection")}.",
            "Check the endpoint, and that this machine is let out to it.", cause: attempt.Cause),
        ApiFault.NotSecure => Create(attempt.Request, Unavailable,
            "has no certificate that this machine trusts, or no TLS that both sides know.",
            "Check the endpoint; where a proxy or the service has a certificate of a private CA, let this machine trust that CA."),
        ApiFault.Timeout => Create(attempt.Request, ProviderErrorKind.Timeout,
            $"did not answer within {TimeLimit.Describe(options.Timeout)}.",
            "Try again, or allow more time.", doubtful: true),
        ApiFault.TooLong => Malformed(attempt.Request, $"is longer than {Number(options.MaxAnswerLength)} octets"),
        _ => Create(attempt.Request, Unavailable,
            $"broke off: {(attempt.Cause is { } cause ? SocketErrors.Describe(cause) : "the connection ended, or carried no HTTP")}.",
            TryLater, doubtful: true, cause: attempt.Cause),
    };

    private string Explanation(ApiAnswer answer) =>
        (service.ExplainBody is { } explain ? explain(answer.Body) : ApiJson.ReadOr(answer.Body, service.Explain, null)) is { Length: > 0 } text ? $" It says: {Quote(text)}" : "";

    private string Detail(ApiAnswer answer) => Number(answer.Status) + (answer.RequestId is { } id ? $", request {Quote(id)}" : "");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
