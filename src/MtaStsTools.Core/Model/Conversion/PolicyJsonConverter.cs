using System.Text.Json;
using System.Text.Json.Serialization;

namespace MtaStsTools.Conversion;

/// <summary>
/// A policy as JSON with the names of the RFC: <c>version</c>, <c>mode</c>, <c>mx</c> (strings) and <c>max_age</c> (seconds, or a duration as text),
/// and each further string an extension. A policy that has an Error is a <see cref="JsonException"/> that names the rule.
/// It is given to <see cref="JsonSerializerOptions.Converters"/>; without it a policy is written member by member, as in a saved report.
/// </summary>
public sealed class PolicyJsonConverter : JsonConverter<MtaStsPolicy>
{
    private const string Version = "version";
    private const string Mode = "mode";
    private const string Mx = "mx";
    private const string MaxAge = "max_age";

    /// <inheritdoc/>
    public override MtaStsPolicy Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var policy = ReadValues(ref reader);
        return policy.Validate().FirstOrDefault(finding => finding.Severity == Severity.Error) is { } error ? throw Invalid(error) : policy;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MtaStsPolicy value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Version, value.Version);
        writer.WriteString(Mode, Word(value.Mode));
        writer.WriteStartArray(Mx);
        foreach (var pattern in value.Mx)
            writer.WriteStringValue(pattern.Text);
        writer.WriteEndArray();
        writer.WriteNumber(MaxAge, DurationJsonConverter.SecondsOf(value.MaxAge));
        foreach (var extension in value.Extensions)
            writer.WriteString(extension.Name, extension.Value);
        writer.WriteEndObject();
    }

    /// <summary>Reads the values, each valid by itself.</summary>
    private static MtaStsPolicy ReadValues(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A policy is a JSON object.");
        var policy = new MtaStsPolicy();
        var extensions = new List<Extension>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (!seen.Add(name))
                throw Invalid(PolicyRules.DuplicateField.On(subject: null, name));
            switch (name)
            {
                case Version:
                    policy = policy with { Version = Text(ref reader, name) };
                    break;
                case Mode:
                    policy = policy with { Mode = ModeOf(Text(ref reader, name)) };
                    break;
                case Mx:
                    policy = policy with { Mx = Patterns(ref reader) };
                    break;
                case MaxAge:
                    policy = policy with { MaxAge = Time(ref reader) };
                    break;
                default:
                    extensions.Add(new Extension(name, Text(ref reader, name)));
                    break;
            }
        }

        return policy with { Extensions = extensions };
    }

    private static JsonException Invalid(Finding finding) => new($"{finding.Id}: {finding.Message}");

    private static List<MxPattern> Patterns(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("mx is a JSON array of strings.");
        var patterns = new List<MxPattern>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!MxPattern.TryParse(Text(ref reader, Mx), out var pattern, out var findings))
                throw new JsonException($"mx[{patterns.Count}]: {findings[0].Id}: {findings[0].Message}");
            patterns.Add(pattern);
        }

        return patterns;
    }

    private static MtaStsMode ModeOf(string word)
    {
        foreach (var mode in new[] { MtaStsMode.Enforce, MtaStsMode.Testing, MtaStsMode.None })
        {
            if (Word(mode) == word)
                return mode;
        }

        throw Invalid(PolicyRules.ModeUnknown.On(subject: null, word));
    }

    private static string Word(MtaStsMode mode) => mode switch { MtaStsMode.Enforce => "enforce", MtaStsMode.Testing => "testing", _ => "none" };

    private static TimeSpan Time(ref Utf8JsonReader reader) =>
        DurationJsonConverter.TryRead(ref reader, out var time) ? time : throw new JsonException("max_age is a number of seconds, or a duration such as \"7d\" or \"7.00:00:00\".");

    private static string Text(ref Utf8JsonReader reader, string name) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException($"{DisplayText.Sanitize(name)} is a JSON string.");
}
