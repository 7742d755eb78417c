namespace MtaStsTools.Publishing.Http;

/// <summary>A part of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">What the service calls the next one; null on the last.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
