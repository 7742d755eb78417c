using System.Globalization;

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
            if (!byte.TryParse(text.Substring(i * 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out octets[i]))
                return null;
        }

        return octets;
    }
}
