namespace MtaStsTools.Assessment;

/// <summary>Octets from the text forms that facts keep them in. A fact from elsewhere may hold anything, so a bad form is null.</summary>
internal static class Octets
{
    public static byte[]? FromBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static byte[]? FromHexadecimal(string text)
    {
        if (text.Length % 2 != 0)
            return null;
        var octets = new byte[text.Length / 2];
        for (var i = 0; i < octets.Length; i++)
        {
            var (high, low) = (Digit(text[i * 2]), Digit(text[(i * 2) + 1]));
            if (high < 0 || low < 0)
                return null;
            octets[i] = (byte)((high << 4) | low);
        }

        return octets;
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
