using System.Globalization;
using System.Text;

namespace MtaStsTools.Analyzers.Tests.Text;

/// <summary>A text written as C# in one of many ways, with the place of each of its code units: what the analyzers must find on their own.</summary>
internal sealed class WrittenText
{
    private const string LineBreaks = "\r\n\u0085\u2028\u2029";

    private readonly StringBuilder _source = new();
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly string _text;

    private WrittenText(string text)
    {
        _text = text;
        _starts = new int[text.Length + 1];
        _ends = new int[text.Length];
    }

    /// <summary>Every way that there is to write a constant; each gives null for a text that it has no words for.</summary>
    public static readonly Dictionary<string, Func<string, WrittenText?>> Ways = new(StringComparer.Ordinal)
    {
        ["regular"] = text => new WrittenText(text).Quoted("\"", text, Escape, "\""),
        ["escaped"] = text => new WrittenText(text).Quoted("\"", text, EscapeAll, "\""),
        ["verbatim"] = text => new WrittenText(text).Quoted("@\"", text, c => c == '"' ? "\"\"" : c.ToString(), "\""),
        ["raw of one line"] = text => text.Length == 0 || text.AsSpan().IndexOfAny(LineBreaks) >= 0 || text[0] == '"' || text[^1] == '"' || HasNoWords(text)
            ? null
            : new WrittenText(text).Quoted("\"\"\"", text, c => c.ToString(), "\"\"\""),
        ["raw of several lines"] = text => text.AsSpan().IndexOfAny("\u0085\u2028\u2029") >= 0 || HasLoneReturn(text) || HasNoWords(text) ? null : new WrittenText(text).Raw(text),
        ["UTF-8"] = text => HasLoneSurrogate(text) ? null : new WrittenText(text).Quoted("\"", text, Escape, "\"u8"),
        ["concatenated"] = text => text.Length < 3 ? null : new WrittenText(text).Concatenated(text),
        ["interpolated"] = text => new WrittenText(text).Quoted("$\"{\"\"}", text, c => c is '{' or '}' ? new string(c, 2) : Escape(c), "\""),
        ["interpolated verbatim"] = text => new WrittenText(text).Quoted("$@\"", text, c => c is '{' or '}' or '"' ? new string(c, 2) : c.ToString(), "{\"\"}\""),
    };

    public string Source => _source.ToString();

    /// <summary>Where the characters stand in the source, as offset and length; the whole expression for the whole text.</summary>
    public (int Start, int End) SpanOf(int offset, int length)
    {
        if (_text.Length == 0 || (offset == 0 && length >= _text.Length))
            return (0, _source.Length);
        return (_starts[offset], length == 0 ? _starts[offset] : _ends[offset + length - 1]);
    }

    private WrittenText Quoted(string open, string text, Func<char, string> write, string close)
    {
        _source.Append(open);
        Write(text, 0, write);
        _starts[text.Length] = _source.Length;
        _source.Append(close);
        return this;
    }

    private WrittenText Concatenated(string text)
    {
        var third = text.Length / 3;
        foreach (var (start, end) in new[] { (0, third), (third, 2 * third), (2 * third, text.Length) })
        {
            _source.Append(start == 0 && end == third ? "\"" : " +\n        \"");
            Write(text[start..end], start, Escape);
            _starts[end] = _source.Length;
            _source.Append('"');
        }

        return this;
    }

    private WrittenText Raw(string text)
    {
        const string Indentation = "        ";
        _source.Append("\"\"\"\n").Append(Indentation);
        for (var i = 0; i < text.Length; i++)
        {
            _starts[i] = _source.Length;
            _source.Append(text[i]);
            // What the compiler takes away behind a line break goes with the break.
            if (text[i] == '\n')
                _source.Append(Indentation);
            _ends[i] = _source.Length;
        }

        _starts[text.Length] = _source.Length;
        _source.Append('\n').Append(Indentation).Append("\"\"\"");
        return this;
    }

    private void Write(string text, int from, Func<char, string> write)
    {
        for (var i = 0; i < text.Length; i++)
        {
            _starts[from + i] = _source.Length;
            _source.Append(write(text[i]));
            _ends[from + i] = _source.Length;
        }
    }

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\r' => "\\r",
        '\n' => "\\n",
        '\t' => "\\t",
        _ => char.IsControl(c) || char.IsSurrogate(c) || LineBreaks.Contains(c, StringComparison.Ordinal) ? EscapeAll(c) : c.ToString(),
    };

    private static string EscapeAll(char c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");

    /// <summary>Three quotes would end a raw literal.</summary>
    private static bool HasNoWords(string text) => text.Contains("\"\"\"", StringComparison.Ordinal);

    private static bool HasLoneReturn(string text) => text.Replace("\r\n", "", StringComparison.Ordinal).Contains('\r', StringComparison.Ordinal) || text.EndsWith('\r');

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        }

        return false;
    }
}
