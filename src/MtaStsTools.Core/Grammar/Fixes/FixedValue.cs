using System.Globalization;
using MtaStsTools.Grammar.Policy;

namespace MtaStsTools.Grammar.Fixes;

/// <summary>What the writer of a wrong value certainly meant, or null.</summary>
internal static class FixedValue
{
    private static readonly char[] Wrapping = ['"', '\'', '`', ';', ',', '.', ' ', '\t'];

    /// <summary>Seconds out of <c>604,800</c>, <c>"604800"</c>, <c>604800s</c>, <c>7d</c>, <c>2 weeks</c> or digits of another script.</summary>
    public static string? MaxAge(string value)
    {
        var text = value.Trim(Wrapping);
        var digits = 0;
        decimal number = 0;
        var i = 0;
        for (; i < text.Length; i++)
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(text[i]);
            if (digit >= 0)
            {
                number = (number * 10) + digit;
                if (++digits > 12)
                    return null;
            }
            else if (!IsThousandsSeparator(text, i))
            {
                break;
            }
        }

        if (digits == 0 || DurationText.SecondsIn(text.Substring(i).Trim()) is not { } unit)
            return null;
        return Math.Min(number * unit, Lifetime.LargestSeconds).ToString("0", CultureInfo.InvariantCulture);
    }

    private static bool IsThousandsSeparator(string text, int index)
    {
        if (index == 0 || text[index] is not (',' or '_' or '\'' or ' ') || index + 3 >= text.Length)
            return false;
        for (var i = 1; i <= 3; i++)
        {
            if (!char.IsDigit(text[index + i]))
                return false;
        }

        return index + 4 == text.Length || !char.IsDigit(text[index + 4]);
    }
}
