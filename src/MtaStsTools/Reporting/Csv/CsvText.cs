namespace MtaStsTools.Reporting.Csv;

/// <summary>Cells of RFC 4180 that no spreadsheet takes for a formula.</summary>
internal static class CsvText
{
    private static readonly char[] Quoted = [',', '"', '\r', '\n'];

    /// <summary>A row with its line end.</summary>
    public static string Row(IEnumerable<string?> cells) => string.Join(",", cells.Select(Cell)) + "\r\n";

    /// <summary>
    /// A cell. A text that a spreadsheet would calculate begins with an apostrophe, which it shows as text (OWASP, CSV injection); a text that has a separator
    /// is quoted.
    /// </summary>
    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var safe = text![0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text;
        return safe.IndexOfAny(Quoted) >= 0 ? $"\"{safe.Replace("\"", "\"\"")}\"" : safe;
    }
}
