using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Text.Json;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>
/// Writes an object whose type the engine has lost (from <c>ConvertFrom-Json</c>, <c>Import-Clixml</c>, a job or another
/// machine) as the JSON that it was or would have been, so that there is one reader of saved facts.
/// </summary>
internal static class PropertyJson
{
    // As deep as what is read; an object that holds itself ends here.
    private const int Deepest = 32;

    /// <summary>The object as JSON. What is not known is left out.</summary>
    /// <exception cref="FormatException">The object is deeper than any saved fact.</exception>
    public static string Of(PSObject value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            WriteObject(writer, value, depth: 1);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, object value, int depth)
    {
        if (depth > Deepest)
            throw new FormatException("The object is nested too deeply to be an observation or report.");
        var wrapper = PSObject.AsPSObject(value);
        switch (wrapper.BaseObject)
        {
            case var _ when Was(wrapper, typeof(Enum)):
                writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName($"{wrapper}"));
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case TimeSpan time:
                writer.WriteNumberValue(time.Ticks / (decimal)TimeSpan.TicksPerSecond);
                break;
            case DateTime time:
                writer.WriteStringValue(time.ToUniversalTime());
                break;
            case DateTimeOffset time:
                writer.WriteStringValue(time);
                break;
            case PSCustomObject when Was(wrapper, typeof(DateTimeOffset)) && wrapper.Properties["UtcDateTime"]?.Value is DateTime utc:
                writer.WriteStringValue(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
                break;
            case IConvertible number:
                writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case IEnumerable list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    if (item is not null)
                        Write(writer, item, depth + 1);
                }

                writer.WriteEndArray();
                break;
            default:
                WriteObject(writer, wrapper, depth);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, PSObject value, int depth)
    {
        writer.WriteStartObject();
        foreach (var property in value.Properties.Where(property => property.MemberType is PSMemberTypes.NoteProperty or PSMemberTypes.Property))
        {
            if (property.Value is not { } content)
                continue;
            writer.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(property.Name));
            Write(writer, content, depth + 1);
        }

        writer.WriteEndObject();
    }

    // What comes back from Clixml has lost its type, and keeps its name with a prefix.
    private static bool Was(PSObject value, Type type) => value.TypeNames.Any(name => name == type.FullName || name == "Deserialized." + type.FullName);
}
