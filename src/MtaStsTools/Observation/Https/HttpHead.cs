using System.Globalization;

namespace MtaStsTools.Observation.Https;

/// <summary>Status line and header fields of an HTTP/1.1 answer (RFC 9112 §4, §5).</summary>
internal sealed class HttpHead
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    private HttpHead(int status) => Status = status;

    public int Status { get; }

    /// <summary>The value of a field, several of one name joined by commas (RFC 9110 §5.3), or null.</summary>
    public string? this[string name] => _fields.TryGetValue(name, out var value) ? value : null;

    /// <summary>A head that begins with <paramref name="statusLine"/> and has no fields yet.</summary>
    /// <exception cref="HttpAnswerException">It is no status line.</exception>
    public static HttpHead Begin(string statusLine) => new(ParseStatus(statusLine));

    /// <summary>Adds a field.</summary>
    /// <exception cref="HttpAnswerException">The line is no field.</exception>
    public void Add(string line)
    {
        var colon = line.IndexOf(':');
        if (colon <= 0 || !IsToken(line.AsSpan(0, colon)))
            throw new HttpAnswerException($"'{DisplayText.Sanitize(line, 60)}' is no header field");
        var name = line.Substring(0, colon);
        var value = line.Substring(colon + 1).Trim(' ', '\t');
        _fields[name] = this[name] is { } before ? $"{before}, {value}" : value;
    }

    /// <summary>The length that the answer claims for its body, or null.</summary>
    /// <exception cref="HttpAnswerException">The claims contradict each other, or are no numbers.</exception>
    public long? ContentLength()
    {
        if (this["Content-Length"] is not { } text)
            return null;
        long? length = null;
        foreach (var part in text.Split(','))
        {
            if (!long.TryParse(part.Trim(' ', '\t'), NumberStyles.None, CultureInfo.InvariantCulture, out var value) || (length ?? value) != value)
                throw new HttpAnswerException($"the Content-Length '{DisplayText.Sanitize(text, 60)}' is no length");
            length = value;
        }

        return length;
    }

    private static int ParseStatus(string line)
    {
        if (line.Length >= 12 && line.StartsWith("HTTP/1.", StringComparison.Ordinal) && (line[7] is '0' or '1') && line[8] == ' '
            && (line.Length == 12 || line[12] == ' ')
            && int.TryParse(line.Substring(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599)
            return status;
        throw new HttpAnswerException($"'{DisplayText.Sanitize(line, 60)}' is no HTTP status line");
    }

    private static bool IsToken(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')) && "!#$%&'*+-.^_`|~".IndexOf(c) < 0)
                return false;
        return true;
    }
}
