using System.Text.Json;

namespace MtaStsTools.Doubles;

/// <summary>A request as a service sees it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The segments of the path, unescaped.</param>
/// <param name="Query">The query, unescaped.</param>
/// <param name="Headers">The headers, by name.</param>
/// <param name="Body">The body as text.</param>
public sealed record ServiceRequest(
    string Method, IReadOnlyList<string> Path, IReadOnlyDictionary<string, string> Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Whether it asks only.</summary>
    public bool IsRead => Method is "GET" or "HEAD";

    /// <summary>Method and path, as routes are written: <c>GET zones/example.com</c>.</summary>
    public string Route => $"{Method} {string.Join('/', Path)}";

    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
