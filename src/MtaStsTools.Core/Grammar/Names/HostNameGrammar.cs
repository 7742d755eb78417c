namespace MtaStsTools.Grammar.Names;

/// <summary>Host names in A-label form: LDH labels of 1 to 63 octets, at most 253 in all.</summary>
/// <remarks>
/// RFC 5321 §4.1.2 and RFC 1035 §2.3.4, as RFC 8461 §3.2 uses them:
/// <code>
/// Domain     = sub-domain *("." sub-domain)
/// sub-domain = Let-dig [Ldh-str]
/// Ldh-str    = *( ALPHA / DIGIT / "-" ) Let-dig
/// </code>
/// </remarks>
internal static class HostNameGrammar
{
    public const int MaxLabel = 63;
    public const int MaxName = 253;

    private const byte Other = 0;
    private const byte LetterOrDigit = 1;
    private const byte Dot = 2;

    /// <summary>The class of each ASCII character.</summary>
    private static ReadOnlySpan<byte> Classes =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 2, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0,
        0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
        0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
    ];

    private static byte ClassOf(char c) => c < Classes.Length ? Classes[c] : Other;

    /// <summary>Whether it is a domain name and no IPv4 address.</summary>
    public static bool IsHostName(ReadOnlySpan<char> name) => IsHostName(name, out _);

    /// <inheritdoc cref="IsHostName(ReadOnlySpan{char})"/>
    public static bool IsHostName(ReadOnlySpan<char> name, out NameTraits traits)
    {
#if NET8_0_OR_GREATER
        if (NameBits.CanHold(name))
        {
            var bits = new NameBits(name);
            traits = bits.Traits;
            return bits.AreLabels && !(Characters.IsDigit(name[bits.LastLabel]) && IsDottedQuad(name));
        }
#endif
        traits = (name.IndexOf('.') >= 0 ? NameTraits.HasDot : NameTraits.None) | (name.IndexOfAny('y', 'Y') >= 0 ? NameTraits.HasY : NameTraits.None);
        if (name.Length is 0 or > MaxName)
            return false;

        var labelStart = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var current = ClassOf(name[i]);
            if (current == LetterOrDigit)
                continue;
            if (current == Other || i == labelStart)
                return false;
            if (current != Dot)
                continue;
            if (name[i - 1] == '-' || i - labelStart > MaxLabel)
                return false;
            labelStart = i + 1;
        }

        // Only a name whose last label begins with a digit can be a dotted quad.
        return labelStart < name.Length && name[name.Length - 1] != '-' && name.Length - labelStart <= MaxLabel
            && !(Characters.IsDigit(name[labelStart]) && IsDottedQuad(name));
    }

    /// <summary>Four decimal numbers with dots between, whatever their size: nobody's host has such a name.</summary>
    public static bool IsDottedQuad(ReadOnlySpan<char> name)
    {
        var dots = 0;
        var digits = 0;
        foreach (var c in name)
        {
            if (Characters.IsDigit(c))
            {
                digits++;
            }
            else if (c == '.' && digits > 0)
            {
                dots++;
                digits = 0;
            }
            else
            {
                return false;
            }
        }

        return dots == 3 && digits > 0;
    }

    /// <summary>An IPv4 address, or an IPv6 address with or without its brackets.</summary>
    public static bool IsAddress(ReadOnlySpan<char> name)
    {
        if (name.Length > 2 && name[0] == '[' && name[name.Length - 1] == ']')
            name = name.Slice(1, name.Length - 2);
        if (name.StartsWith("IPv6:".AsSpan(), StringComparison.OrdinalIgnoreCase))
            name = name.Slice(5);
        if (IsDottedQuad(name))
            return true;
        return name.IndexOf(':') >= 0 && name.Slice(name.IndexOf(':') + 1).IndexOf(':') >= 0
            && System.Net.IPAddress.TryParse(name.ToString(), out _);
    }
}
