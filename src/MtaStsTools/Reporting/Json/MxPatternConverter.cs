using System.Text.Json;
using System.Text.Json.Serialization;

namespace MtaStsTools.Reporting.Json;

/// <summary>An mx pattern as its text.</summary>
internal sealed class MxPatternConverter : JsonConverter<MxPattern>
{
    public override MxPattern Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && MxPattern.TryParse(reader.GetString(), out var pattern)
            ? pattern
            : throw new JsonException("An mx pattern is a host name, or '*.' and a domain.");

    public override void Write(Utf8JsonWriter writer, MxPattern value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
