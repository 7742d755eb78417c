using System.Text.Json;
using System.Text.Json.Serialization;

namespace MtaStsTools.Reporting.Json;

/// <summary>Durations as seconds, exact to the tick.</summary>
internal sealed class SecondsConverter : JsonConverter<TimeSpan>
{
    private const decimal LargestSeconds = long.MaxValue / TimeSpan.TicksPerSecond;

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var seconds) || Math.Abs(seconds) > LargestSeconds)
            throw new JsonException("A duration is a number of seconds.");
        return TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Ticks / (decimal)TimeSpan.TicksPerSecond);
}
