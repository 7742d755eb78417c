using System.Text.Json;
using System.Text.Json.Serialization;

namespace MtaStsTools.Reporting.Json;

/// <summary>Every text that is read is made safe to display, unless <see cref="MemberContracts"/> exempts its member.</summary>
internal sealed class SafeTextConverter : JsonConverter<string>
{
    // No fact is longer: a TLSA record of 65,535 octets in hexadecimal digits.
    private const int LongestText = 131_070;

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DisplayText.Sanitize(reader.GetString()!, LongestText);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
