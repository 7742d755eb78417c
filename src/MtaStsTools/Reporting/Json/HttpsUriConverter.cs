using System.Text.Json;
using System.Text.Json.Serialization;

namespace MtaStsTools.Reporting.Json;

/// <summary>The address of a page that a reader may open, so nothing but an absolute https URI.</summary>
internal sealed class HttpsUriConverter : JsonConverter<Uri>
{
    public override Uri Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Uri.TryCreate(reader.GetString(), UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? uri
            : throw new JsonException("The address of a page is an absolute https URI.");

    public override void Write(Utf8JsonWriter writer, Uri value, JsonSerializerOptions options) => writer.WriteStringValue(value.AbsoluteUri);
}
