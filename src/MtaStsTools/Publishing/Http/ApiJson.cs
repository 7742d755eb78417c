using System.Globalization;
using System.Text.Json;

namespace MtaStsTools.Publishing.Http;

/// <summary>A value of a JSON answer that is read strictly: what is not there, or not of the type that the API documents, is no answer.</summary>
/// <param name="element">The value.</param>
/// <param name="path">Where it stands, in names and numbers of ours.</param>
internal readonly struct ApiJson(JsonElement element, string path)
{
    /// <summary>More than any answer of a working service has nested.</summary>
    private const int MaxDepth = 32;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>What <paramref name="read"/> makes of the JSON text.</summary>
    /// <exception cref="ApiJsonException">It is not JSON, or not what is documented.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> text, Func<ApiJson, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return read(new ApiJson(document.RootElement, "the answer"));
        }
        catch (JsonException)
        {
            // No cause: its message quotes the text.
            throw new ApiJsonException("is not JSON, or is nested too deep");
        }
    }

    /// <summary>What <paramref name="read"/> makes of the JSON text, and <paramref name="otherwise"/> where it is none: for errors, which proxies write too.</summary>
    public static T ReadOr<T>(ReadOnlyMemory<byte> text, Func<ApiJson, T> read, T otherwise)
    {
        try
        {
            return Read(text, read);
        }
        catch (ApiJsonException)
        {
            return otherwise;
        }
    }

    /// <summary>The property <paramref name="name"/> of an object.</summary>
    public ApiJson this[string name] => Find(name) ?? throw new ApiJsonException($"has no '{name}' in {path}");

    /// <summary>The property <paramref name="name"/> of an object; null where it is not there or is null.</summary>
    public ApiJson? Find(string name) => Expect(JsonValueKind.Object, "an object").TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
        ? new ApiJson(value, $"'{name}'")
        : null;

    public string Text()
    {
        try
        {
            return Expect(JsonValueKind.String, "a text").GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new ApiJsonException($"has a text in {path} that is not Unicode");
        }
    }

    /// <summary>A text that names something: not empty, of printable ASCII, of at most 255 characters.</summary>
    public string Name()
    {
        var text = Text();
        foreach (var character in text)
        {
            if (character is <= ' ' or > '~')
                throw new ApiJsonException($"has in {path} something that is no name");
        }

        return text.Length is > 0 and <= 255 ? text : throw new ApiJsonException($"has in {path} something that is no name");
    }

    public int Whole() => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number)
        ? number
        : throw new ApiJsonException($"has something else than a whole number in {path}");

    public bool Flag() => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new ApiJsonException($"has something else than true or false in {path}"),
    };

    public IReadOnlyList<ApiJson> Items()
    {
        var items = new List<ApiJson>();
        foreach (var item in Expect(JsonValueKind.Array, "a list").EnumerateArray())
            items.Add(new ApiJson(item, $"{path}[{items.Count.ToString(CultureInfo.InvariantCulture)}]"));
        return items;
    }

    /// <summary>The JSON itself, for what is sent back as it came.</summary>
    public string RawText() => element.GetRawText();

    /// <summary>The text of the property <paramref name="name"/>; null where this is no object, or that no text. For what is only shown.</summary>
    public string? TextOrNull(string name)
    {
        try
        {
            return Find(name)?.Text();
        }
        catch (ApiJsonException)
        {
            return null;
        }
    }

    private JsonElement Expect(JsonValueKind kind, string words) =>
        element.ValueKind == kind ? element : throw new ApiJsonException($"has something else than {words} in {path}");
}
