using System.Text.Json;

namespace MtaStsTools.Publishing.Http;

/// <summary>One request to an API, which can be sent several times.</summary>
internal sealed record ApiRequest
{
    public required HttpMethod Method { get; init; }

    /// <summary>The segments of the path below the endpoint, not escaped.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>What the request is about, for people: a record name, a zone, a domain.</summary>
    public required string Subject { get; init; }

    /// <summary>The query, not escaped.</summary>
    public IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public byte[]? Body { get; init; }

    public string MediaType { get; init; } = "application/json";

    /// <summary>The media type of the answer.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>Statuses besides 2xx that are answers to go on with, such as 404 where there may be nothing.</summary>
    public IReadOnlyList<int> Expected { get; init; } = [];

    /// <summary>It changes nothing, whatever its method.</summary>
    public bool IsRead { get; init; }

    public static ApiRequest Get(string subject, params string[] path) => new() { Method = HttpMethod.Get, Path = path, Subject = subject, IsRead = true };

    /// <summary>A request whose body is the JSON that <paramref name="write"/> writes.</summary>
    public static ApiRequest Json(string method, string subject, Action<Utf8JsonWriter> write, params string[] path) => new()
    {
        Method = new HttpMethod(method),
        Path = path,
        Subject = subject,
        Body = JsonText.Write(write),
    };

    public bool Accepts(int status) => status is >= 200 and < 300 || Expected.Contains(status);

    /// <summary>The address of the request below <paramref name="endpoint"/>.</summary>
    /// <exception cref="InvalidOperationException">A segment would lead to another place than it names.</exception>
    public Uri ToUri(Uri endpoint)
    {
        foreach (var segment in Path)
        {
            if (segment.Trim('.').Length == 0)
                throw new InvalidOperationException("A segment of a path is empty or only dots.");
        }

        var path = string.Join("/", Path.Select(Uri.EscapeDataString));
        var query = string.Join("&", Query.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"));
        return new Uri(endpoint.AbsoluteUri + path + (query.Length > 0 ? "?" + query : ""));
    }
}
