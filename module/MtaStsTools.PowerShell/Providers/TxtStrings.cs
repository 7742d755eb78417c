namespace MtaStsTools.PowerShell.Providers;

/// <summary>The character-strings of a TXT record, one character an octet (RFC 1035 §3.3.14).</summary>
internal static class TxtStrings
{
    /// <summary>The most octets of one string.</summary>
    public const int MaxLength = 255;

    /// <summary>The record of these strings, whose bounds it keeps.</summary>
    /// <exception cref="FormatException">There is none, or one is longer than a string can be.</exception>
    /// <exception cref="ArgumentException">A character has no octet of its own.</exception>
    public static TxtValue ToValue(IReadOnlyList<string> strings)
    {
        byte[] rdata = [.. strings.SelectMany(text => Single(text).Rdata.ToArray())];
        return TxtValue.FromRdata(rdata) ?? throw new FormatException("It gave a record without a string.");
    }

    private static TxtValue Single(string text) =>
        text.Length <= MaxLength ? TxtValue.FromText(text) : throw new FormatException("It gave a string of more than 255 octets; give such a text as Text.");
}
