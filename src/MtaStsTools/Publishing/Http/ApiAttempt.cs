namespace MtaStsTools.Publishing.Http;

/// <summary>What came of sending a request once: an answer, or the fault that there is none.</summary>
internal sealed record ApiAttempt
{
    public required ApiRequest Request { get; init; }

    public ApiAnswer? Answer { get; init; }

    public ApiFault Fault { get; init; }

    /// <summary>What broke, where the fault is that no connection came about or that it broke.</summary>
    public Exception? Cause { get; init; }

    /// <summary>Whether the same request may succeed later, and does no harm if it is sent again.</summary>
    public bool CanRepeat => Answer is { } answer
        ? answer.Status == 429 || (Request.IsRead && answer.Status is 408 or 500 or 502 or 503 or 504)
        : Fault is ApiFault.NotConnected || (Request.IsRead && Fault is ApiFault.Broken or ApiFault.Timeout);
}
