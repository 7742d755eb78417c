using System.Globalization;
using System.Text;

namespace MtaStsTools;

/// <summary>
/// The one rule for what is shown of text that others wrote: what commands a terminal, hides, looks like a space or piles up over its
/// neighbours is written as an escape, and length is bounded.
/// </summary>
public static class DisplayText
{
    /// <summary>The usual bound on shown text, in UTF-16 code units.</summary>
    public const int DefaultLength = 200;

    /// <summary>As many as letters of living languages need; more are there to cover the lines above and below.</summary>
    private const int MostMarksOnALetter = 2;

    /// <summary>
    /// <paramref name="text"/> with every control, format, private-use and unassigned character, every separator but the space, every other
    /// character that draws nothing, every unpaired surrogate, and every combining mark without a letter or beyond the second on one written as an
    /// escape (<c>\u001B</c>); cut with an ellipsis after <paramref name="maxLength"/> code units of the original.
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
        var marksLeft = i > 0 && text[i - 1] != ' ' ? MostMarksOnALetter : 0;
        while (i < end)
        {
            var width = char.IsSurrogatePair(text, i) ? 2 : 1;
            var isMark = IsMark(text, i);
            if (IsVisible(text, i, width) && (!isMark || marksLeft > 0))
            {
                safe.Append(text, i, width);
                marksLeft = isMark ? marksLeft - 1 : text[i] == ' ' ? 0 : MostMarksOnALetter;
            }
            else
            {
                for (var k = 0; k < width; k++)
                    safe.Append("\\u").Append(((int)text[i + k]).ToString("X4", CultureInfo.InvariantCulture));
                marksLeft = 0;
            }

            i += width;
        }

        return (i < text.Length ? safe.Append('…') : safe).ToString();
    }

    private static bool IsMark(string text, int index) =>
        CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsVisible(string text, int index, int width) => text[index] == ' ' || (CharUnicodeInfo.GetUnicodeCategory(text, index) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && !InvisibleCharacters.Contains(width == 2 ? char.ConvertToUtf32(text, index) : text[index]));
}
