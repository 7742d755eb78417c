using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MtaStsTools.Conversion;

/// <summary>A value as the JSON string of its text. What is no such text is a <see cref="JsonException"/> that names the rule.</summary>
/// <typeparam name="T">The value.</typeparam>
public sealed class TextJsonConverter<T> : JsonConverter<T>
    where T : class, IParsable<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException($"{typeof(T).Name} is a JSON string.");
        try
        {
            return T.Parse(reader.GetString()!, CultureInfo.InvariantCulture);
        }
        catch (MtaStsFormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
