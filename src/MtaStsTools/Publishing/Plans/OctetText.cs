using System.Text;

namespace MtaStsTools.Publishing.Plans;

/// <summary>Octets as a text that people can read where they are one, and as <c>base64:</c> and their Base64 where not.</summary>
internal static class OctetText
{
    private const string Prefix = "base64:";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Write(ReadOnlyMemory<byte> octets)
    {
        try
        {
            var text = Strict.GetString(octets.ToArray());
            return text.StartsWith(Prefix, StringComparison.Ordinal) ? Base64(octets) : text;
        }
        catch (DecoderFallbackException)
        {
            return Base64(octets);
        }
    }

    /// <exception cref="FormatException">It is no Base64, or no text.</exception>
    public static byte[] Read(string text)
    {
        try
        {
            return text.StartsWith(Prefix, StringComparison.Ordinal) ? Convert.FromBase64String(text.Substring(Prefix.Length)) : Strict.GetBytes(text);
        }
        catch (EncoderFallbackException exception)
        {
            throw new FormatException("It is no text.", exception);
        }
    }

    /// <summary>A value as its text where it is cut into strings as it is by default and printable, else as its octets.</summary>
    public static string Write(TxtValue value) => value.Text.All(character => character is >= ' ' and <= '~') && !value.Text.StartsWith(Prefix, StringComparison.Ordinal) && TxtValue.FromText(value.Text).Equals(value)
        ? value.Text
        : Prefix + Convert.ToBase64String(value.Rdata.ToArray());

    /// <exception cref="FormatException">It is no value of a TXT record.</exception>
    public static TxtValue ReadValue(string text)
    {
        if (text.StartsWith(Prefix, StringComparison.Ordinal))
            return TxtValue.FromRdata(Convert.FromBase64String(text.Substring(Prefix.Length))) ?? throw new FormatException("It is no TXT record.");
        return text.Length <= ushort.MaxValue && text.All(character => character is >= ' ' and <= '~') ? TxtValue.FromText(text) : throw new FormatException("It is no printable text.");
    }

    private static string Base64(ReadOnlyMemory<byte> octets) => Prefix + Convert.ToBase64String(octets.ToArray());
}
