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
}
