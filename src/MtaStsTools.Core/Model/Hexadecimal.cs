namespace MtaStsTools;

/// <summary>Octets as hexadecimal digits, the text form that facts keep digests and TLSA data in.</summary>
internal static class Hexadecimal
{
    private const string Digits = "0123456789abcdef";

    /// <summary>The octets in lower-case digits.</summary>
    public static string Of(ReadOnlySpan<byte> octets)
    {
        var digits = new char[octets.Length * 2];
        for (var i = 0; i < octets.Length; i++)
        {
            digits[i * 2] = Digits[octets[i] >> 4];
            digits[(i * 2) + 1] = Digits[octets[i] & 0xF];
        }

        return new string(digits);
    }

    /// <summary>How many octets the digits stand for, or null where they stand for none: a fact from elsewhere may hold anything.</summary>
    public static int? OctetsIn(string digits)
    {
        foreach (var digit in digits)
        {
            if (digit is not (>= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F'))
                return null;
        }

        return digits.Length % 2 == 0 ? digits.Length / 2 : null;
    }
}
