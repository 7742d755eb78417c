namespace MtaStsTools;

/// <summary>
/// Characters that draw nothing although their category is that of letters, marks or symbols: those with the property Default_Ignorable_Code_Point
/// (Unicode 16, DerivedCoreProperties.txt) outside the category Format, and the blank ones among symbols.
/// </summary>
internal static class InvisibleCharacters
{
    private static readonly (int First, int Last)[] Ranges =
    [
        (0x034F, 0x034F), // combining grapheme joiner
        (0x115F, 0x1160), // Hangul fillers
        (0x17B4, 0x17B5), // Khmer inherent vowels
        (0x180B, 0x180F), // Mongolian variation selectors
        (0x2800, 0x2800), // Braille pattern blank
        (0x3164, 0x3164), // Hangul filler
        (0xFE00, 0xFE0F), // variation selectors
        (0xFFA0, 0xFFA0), // half-width Hangul filler
        (0x16FE4, 0x16FE4), // Khitan filler
        (0x1D159, 0x1D159), // musical null notehead
        (0xE0000, 0xE0FFF), // tags and further variation selectors
    ];

    public static bool Contains(int codePoint)
    {
        foreach (var (first, last) in Ranges)
        {
            if (codePoint >= first && codePoint <= last)
                return true;
        }

        return false;
    }
}
