using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MtaStsTools.Reporting.Json;

/// <summary>Where in a JSON text a value is, as <c>$.mx.records[0].host</c>.</summary>
internal static class JsonPath
{
    /// <summary>The path of the value whose token begins at <paramref name="offset"/>.</summary>
    public static string Of(ReadOnlySpan<byte> json, long offset, int maxDepth)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        var places = new Stack<(string? Name, int Index)>();
        while (reader.Read() && reader.TokenStartIndex <= offset)
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                places.Pop();
                continue;
            }

            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                places.Pop();
                places.Push((reader.GetString(), 0));
                continue;
            }

            if (places.Count > 0 && places.Peek() is (null, var index))
            {
                places.Pop();
                places.Push((null, index + 1));
            }

            if (reader.TokenStartIndex < offset && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                places.Push(reader.TokenType == JsonTokenType.StartObject ? ("", 0) : (null, -1));
        }

        var path = new StringBuilder("$");
        foreach (var (name, index) in places.Reverse())
            path.Append(name is null ? string.Format(CultureInfo.InvariantCulture, "[{0}]", index) : "." + name);
        return path.ToString();
    }
}
