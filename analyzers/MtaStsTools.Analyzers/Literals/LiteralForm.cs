namespace MtaStsTools.Analyzers.Literals;

/// <summary>All that must be known to write characters into a literal.</summary>
/// <param name="Kind">Regular, verbatim or raw.</param>
/// <param name="IsInterpolated">Whether braces are doubled.</param>
/// <param name="Quotes">Length of the delimiter of a raw literal.</param>
/// <param name="Indentation">What stands before each line of a raw literal of several lines and is no part of its value.</param>
/// <param name="NewLine">The line ending of the source.</param>
internal sealed record LiteralForm(LiteralKind Kind, bool IsInterpolated = false, int Quotes = 1, string Indentation = "", string NewLine = "\n")
{
    public static readonly LiteralForm Opaque = new(LiteralKind.Opaque);

    /// <summary>Whether the piece has characters of its own in the source.</summary>
    public bool IsWritten => Kind is not (LiteralKind.Opaque or LiteralKind.Hole or LiteralKind.LineBreak);

    public bool IsRaw => Kind is LiteralKind.RawSingleLine or LiteralKind.RawMultiLine;

    /// <summary>The source text for <paramref name="value"/>, or null where this kind of literal cannot say it.</summary>
    public string? Encode(string value)
    {
        if (!IsWritten || (IsInterpolated && IsRaw && value.IndexOfAny(['{', '}']) >= 0))
            return null;
        var lines = value.Replace("\r\n", "\n");
        if (Kind == LiteralKind.Regular)
            return Regular(value);
        // A line ending of the source is what such literals have inside, and it is one of the grammar's in any case.
        var text = Kind switch
        {
            LiteralKind.Verbatim => lines.Replace("\"", "\"\"").Replace("\n", NewLine),
            LiteralKind.RawMultiLine => lines.Replace("\n", NewLine + Indentation),
            _ when lines.IndexOf('\n') >= 0 => null,
            _ => lines,
        };
        if (text is null || (IsRaw && lines.Contains('"')))
            return null;
        return IsInterpolated ? text.Replace("{", "{{").Replace("}", "}}") : text;
    }

    private string Regular(string value)
    {
        var text = new System.Text.StringBuilder();
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '{' when IsInterpolated => "{{",
                '}' when IsInterpolated => "}}",
                _ when char.IsControl(c) || char.IsSurrogate(c) => "\\u" + ((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        return text.ToString();
    }
}
