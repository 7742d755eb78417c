using System.Net.Http.Headers;
using System.Reflection;
using MtaStsTools.Publishing.Applying;
using Polly;

namespace MtaStsTools.Publishing.Http;

/// <summary>
/// Asks the API of one service: repeats what may be repeated, bounds each answer in size and time, and turns whatever else than an answer comes of it into
/// an error of the provider.
/// </summary>
internal sealed class ApiClient
{
    /// <summary>More than any list has that is worth reading page by page.</summary>
    private const int MaxPages = 500;

    private static readonly string Version =
        typeof(ApiClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private readonly ApiService _service;
    private readonly HttpApiOptions _options;
    private readonly Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> _send;
    private readonly ResiliencePipeline<ApiAttempt> _retry;

    public ApiClient(ApiService service, HttpApiOptions options)
    {
        options.Check();
        (_service, _options, Errors) = (service, options, new ApiErrors(service, options));
        _retry = ApiRetry.Create(options);

        // Its own lives as long as the provider, which the session holds; idle connections close by themselves.
        var create = options.CreateClient;
        var own = create is null ? new HttpClient(options.Handler ?? ApiHandler.Create(service.Endpoint)) { Timeout = Timeout.InfiniteTimeSpan } : null;
        _send = (message, token) => (own ?? create!()).SendAsync(message, HttpCompletionOption.ResponseHeadersRead, token);
    }

    public ApiErrors Errors { get; }

    public string Description => _service.Description;

    /// <summary>The answer to <paramref name="request"/>, which has a status that it accepts.</summary>
    /// <exception cref="ProviderException">There is none.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; a change may have been made.</exception>
    public async Task<ApiAnswer> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var attempt = await _retry.ExecuteAsync(token => new ValueTask<ApiAttempt>(SendOnceAsync(request, token)), cancellationToken).ConfigureAwait(false);
        return attempt.Answer is { } answer && request.Accepts(answer.Status) ? answer : throw Errors.Of(attempt);
    }

    /// <summary>What <paramref name="read"/> makes of the JSON of the answer.</summary>
    /// <exception cref="ProviderException">There is no answer, or not one that the API documents.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; a change may have been made.</exception>
    public async Task<T> SendAsync<T>(ApiRequest request, Func<ApiJson, T> read, CancellationToken cancellationToken) =>
        Read(await SendAsync(request, cancellationToken).ConfigureAwait(false), read);

    /// <summary>What <paramref name="read"/> makes of the JSON of an answer.</summary>
    /// <exception cref="ProviderException">It is not what the API documents.</exception>
    public T Read<T>(ApiAnswer answer, Func<ApiJson, T> read)
    {
        try
        {
            return ApiJson.Read(answer.Body, read);
        }
        catch (ApiJsonException exception)
        {
            throw Errors.Malformed(answer.Request, exception.Message, answer);
        }
    }

    /// <summary>A list that comes in pages.</summary>
    /// <param name="first">Asks for the first page.</param>
    /// <param name="next">Makes of <paramref name="first"/> and the name of a page the request for it.</param>
    /// <param name="read">Reads a page.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ProviderException">A page cannot be had, or the list has no end.</exception>
    public async Task<IReadOnlyList<T>> ReadPagesAsync<T>(ApiRequest first, Func<ApiRequest, string, ApiRequest> next, Func<ApiJson, Page<T>> read, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var request = first; ;)
        {
            var page = await SendAsync(request, read, cancellationToken).ConfigureAwait(false);
            items.AddRange(page.Items);
            if (page.Next is null)
                return items;
            if (!seen.Add(page.Next) || seen.Count > MaxPages)
                throw Errors.Malformed(request, "is a list without an end");
            request = next(first, page.Next);
        }
    }

    private async Task<ApiAttempt> SendOnceAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var message = ToMessage(request);
        if (_service.Authorize is { } authorize)
            await authorize(message, request.Body, cancellationToken).ConfigureAwait(false);
        using var timer = _options.TimeProvider.TimerOf(_options.Timeout);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            using var response = await _send(message, limit.Token).ConfigureAwait(false);

            // Streams of .NET Framework do not heed tokens: disposing ends their wait.
            using var ending = limit.Token.Register(response.Dispose);
            var isError = !response.IsSuccessStatusCode;
            var body = await BoundedBody.ReadAsync(response.Content, _options.MaxAnswerLength, limit.Token).ConfigureAwait(false);
            return body is null && !isError
                ? new ApiAttempt { Request = request, Fault = ApiFault.TooLong }
                : new ApiAttempt { Request = request, Answer = ApiAnswer.From(request, response, body ?? [], _options.TimeProvider.GetUtcNow(), _service.Meaning) };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return timer.IsCancellationRequested
                ? new ApiAttempt { Request = request, Fault = ApiFault.Timeout }
                : new ApiAttempt { Request = request, Fault = ConnectionFault.Of(exception), Cause = ConnectionFault.Cause(exception) };
        }
    }

    private HttpRequestMessage ToMessage(ApiRequest request)
    {
        var message = new HttpRequestMessage(request.Method, request.ToUri(_service.Endpoint));
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("MtaStsTools", Version));
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(request.Accept));
        foreach (var (name, value) in request.Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        if (request.Body is not null)
        {
            message.Content = new ByteArrayContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.MediaType);
        }

        return message;
    }
}
