using System.Globalization;
using System.Text;

namespace MtaStsTools;

/// <summary>Makes text from the network safe to show: no control or format character reaches a terminal, a log or a page, and length is bounded.</summary>
public static class DisplayText
{
    /// <summary>The usual bound on shown text, in UTF-16 code units.</summary>
    public const int DefaultLength = 200;

    /// <summary>
    /// <paramref name="text"/> with every control, format, private-use and unpaired surrogate character, and every line separator,
    /// written as an escape (<c>\u001B</c>), cut with an ellipsis after <paramref name="maxLength"/> code units of the original.
    /// </summary>
    public static string Sanitize(string text, int maxLength = DefaultLength)
    {
        var end = Math.Min(text.Length, maxLength);
        var i = 0;
        while (i < end && text[i] is >= ' ' and <= '~')
            i++;
        if (i == text.Length)
            return text;

        var safe = new StringBuilder(end + 8).Append(text, 0, i);
        while (i < end)
        {
            var width = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (IsPrintable(CharUnicodeInfo.GetUnicodeCategory(text, i)))
                safe.Append(text, i, width);
            else
                for (var k = 0; k < width; k++)
                    safe.Append("\\u").Append(((int)text[i + k]).ToString("X4", CultureInfo.InvariantCulture));
            i += width;
        }

        return (i < text.Length ? safe.Append('…') : safe).ToString();
    }

    private static bool IsPrintable(UnicodeCategory category) => category is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
