using System.Net.Http.Headers;

namespace MtaStsTools.Publishing.Http;

/// <summary>The answer of an API to one request, read whole.</summary>
internal sealed record ApiAnswer
{
    public required ApiRequest Request { get; init; }

    public required int Status { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The version of what was read or written, as the service names it.</summary>
    public string? ETag { get; init; }

    /// <summary>Where a redirect leads.</summary>
    public Uri? Location { get; init; }

    /// <summary>The name that the service gives to this request, safe to show; null where it gives none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the service asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public bool IsNotFound => Status == 404;

    public static ApiAnswer From(ApiRequest request, HttpResponseMessage response, ReadOnlyMemory<byte> body, DateTimeOffset now, Func<int, ReadOnlyMemory<byte>, int> meaning) => new()
    {
        Request = request,
        Status = meaning((int)response.StatusCode, body),
        Body = body,
        ETag = response.Headers.ETag?.ToString(),
        Location = response.Headers.Location,
        RequestId = Http.RequestId.Of(response.Headers),
        RetryAfter = Wait(response.Headers.RetryAfter, now),
    };

    private static TimeSpan? Wait(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
