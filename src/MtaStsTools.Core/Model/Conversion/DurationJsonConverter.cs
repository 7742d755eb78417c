using System.Text.Json;
using System.Text.Json.Serialization;

namespace MtaStsTools.Conversion;

/// <summary>
/// A duration as JSON: read from a number of seconds or from a text that <see cref="DurationText"/> reads (<c>"7d"</c>, <c>"7.00:00:00"</c>), and written as a number of seconds.
/// It is for <c>[JsonConverter]</c> on a property: in the options it would rule every <see cref="TimeSpan"/> of the program.
/// </summary>
public sealed class DurationJsonConverter : JsonConverter<TimeSpan>
{
    private const decimal LargestSeconds = long.MaxValue / TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is no duration.</exception>
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryRead(ref reader, out var duration) ? duration : throw new JsonException("A duration is a number of seconds, or a text such as \"7d\" or \"7.00:00:00\".");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteNumberValue(SecondsOf(value));

    internal static bool TryRead(ref Utf8JsonReader reader, out TimeSpan duration)
    {
        if (reader.TokenType == JsonTokenType.String)
            return DurationText.TryParse(reader.GetString(), out duration);
        duration = default;
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var seconds) || Math.Abs(seconds) > LargestSeconds)
            return false;
        duration = TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
        return true;
    }

    internal static decimal SecondsOf(TimeSpan duration) => duration.Ticks / (decimal)TimeSpan.TicksPerSecond;
}
