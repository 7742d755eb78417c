using System.Text;
using System.Text.Json;

namespace MtaStsTools.Doubles;

/// <summary>What a service answers.</summary>
public sealed record ServiceAnswer
{
    public required int Status { get; init; }

    public byte[] Body { get; init; } = [];

    public string MediaType { get; init; } = "application/json";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long it takes to come.</summary>
    public TimeSpan Delay { get; init; }

    public static ServiceAnswer Json(int status, object? value) => new() { Status = status, Body = JsonSerializer.SerializeToUtf8Bytes(value) };

    public static ServiceAnswer Text(int status, string text, string mediaType = "application/json") => new() { Status = status, Body = Encoding.UTF8.GetBytes(text), MediaType = mediaType };
}
