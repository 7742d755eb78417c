using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MtaStsTools.Aws.Signing;

/// <summary>A request in the one form that both sides sign (AWS Signature Version 4): method, path, query, headers, hash of the body.</summary>
internal sealed record CanonicalRequest
{
    /// <summary>The HTTP method in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>The path as it goes over the wire; every service but S3 has it encoded once more.</summary>
    public required string Path { get; init; }

    /// <summary>The query as it goes over the wire, without the question mark.</summary>
    public string Query { get; init; } = "";

    /// <summary>The headers to sign, with one entry for each line.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The body.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>The names of the signed headers, in order: <c>host;x-amz-date</c>.</summary>
    public string SignedHeaders => string.Join(";", HeaderLines().Select(header => header.Key));

    /// <summary>The text that is hashed and signed.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(Method).Append('\n');
        text.Append(CanonicalPath()).Append('\n');
        text.Append(CanonicalQuery()).Append('\n');
        foreach (var header in HeaderLines())
            text.Append(header.Key).Append(':').Append(header.Value).Append('\n');
        return text.Append('\n').Append(SignedHeaders).Append('\n').Append(Hash(Body)).ToString();
    }

    /// <summary>The SHA-256 of octets in lower-case hexadecimal digits.</summary>
    public static string Hash(byte[] octets)
    {
        using var sha = SHA256.Create();
        return Hexadecimal(sha.ComputeHash(octets));
    }

    /// <summary>Octets in lower-case hexadecimal digits.</summary>
    public static string Hexadecimal(byte[] octets) => string.Concat(octets.Select(octet => octet.ToString("x2", CultureInfo.InvariantCulture)));

    private string CanonicalPath()
    {
        var segments = new List<string>();
        foreach (var segment in Path.Split('/'))
        {
            if (segment == ".." && segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("" or "." or ".."))
                segments.Add(Encode(segment));
        }

        var closesWithSlash = segments.Count > 0 && Path.EndsWith("/", StringComparison.Ordinal);
        return $"/{string.Join("/", segments)}{(closesWithSlash ? "/" : "")}";
    }

    private string CanonicalQuery() => string.Join("&", Query
        .Split(['&'], StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split(['='], 2))
        .Select(pair => (Name: Reencode(pair[0]), Value: pair.Length > 1 ? Reencode(pair[1]) : ""))
        .OrderBy(pair => pair.Name, StringComparer.Ordinal)
        .ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    private IEnumerable<KeyValuePair<string, string>> HeaderLines() => Headers
        .GroupBy(header => header.Key.ToLowerInvariant(), header => Squeeze(header.Value), StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new KeyValuePair<string, string>(group.Key, string.Join(",", group)));

    // Blanks at the ends do not count, and several inside are one.
    private static string Squeeze(string value) => string.Join(" ", value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static string Reencode(string text) => Encode(Uri.UnescapeDataString(text));

    // RFC 3986 §2.3: all but the unreserved characters, the slash included.
    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            if (octet is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~')
                encoded.Append((char)octet);
            else
                encoded.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}
