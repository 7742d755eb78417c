using System.Runtime.CompilerServices;

namespace MtaStsTools.Grammar;

/// <summary>The character classes that the texts share, all of them ASCII and free of culture.</summary>
internal static class Characters
{
    /// <summary>The longest extension name: <c>(ALPHA / DIGIT) *31(ALPHA / DIGIT / "_" / "-" / ".")</c>.</summary>
    public const int MaxExtensionName = 32;

    /// <summary>The text as a string, for a message.</summary>
    // ToString, inlined, wants the address of a span, and so keeps the span in memory on the way of those that never call it (measured: 5 to 10 ns a policy).
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string Copy(ReadOnlySpan<char> text) => text.ToString();

    public static bool IsWhiteSpace(char c) => c is ' ' or '\t';

    public static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    public static bool IsLetterOrDigit(char c) => (uint)((c | 0x20) - 'a') <= 'z' - 'a' || IsDigit(c);

    public static bool AreLettersOrDigits(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!IsLetterOrDigit(c))
                return false;
        }

        return true;
    }

    public static bool AreDigits(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!IsDigit(c))
                return false;
        }

        return true;
    }

    /// <summary>A control character of Unicode (C0, DEL, C1) that is not white space of the grammar.</summary>
    public static bool IsForbiddenControl(char c) => char.IsControl(c) && c != '\t';

    public static int IndexOfForbiddenControl(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsForbiddenControl(text[i]))
                return i;
        }

        return -1;
    }

    /// <summary>Whether all is printable ASCII or a tab, and nothing may separate fields or begin a comment (<c>; \\ #</c>).</summary>
    public static bool ArePlain(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is not (>= ' ' and <= '~' and not (';' or '\\' or '#') or '\t'))
                return false;
        }

        return true;
    }

    /// <summary>Whether both are the same ASCII but for case; names are never folded beyond ASCII (RFC 4343 §3).</summary>
    public static bool EqualsIgnoreCase(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
#if NET8_0_OR_GREATER
        return left.Length == right.Length && System.Text.Ascii.EqualsIgnoreCase(left, right);
#else
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
        {
            if ((left[i] | right[i]) > '\x7F' || char.ToLowerInvariant(left[i]) != char.ToLowerInvariant(right[i]))
                return false;
        }

        return true;
#endif
    }

    public static int IndexOfNonAscii(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] > '\x7F')
                return i;
        }

        return -1;
    }

    /// <summary>Number of byte order marks that <paramref name="text"/> begins with.</summary>
    public static int ByteOrderMarks(ReadOnlySpan<char> text)
    {
        var marks = 0;
        while (marks < text.Length && text[marks] == '\uFEFF')
            marks++;
        return marks;
    }

    public static ReadOnlySpan<char> TrimEndOfWhiteSpace(ReadOnlySpan<char> text)
    {
        var length = text.Length;
        while (length > 0 && IsWhiteSpace(text[length - 1]))
            length--;
        return text.Slice(0, length);
    }

    public static ReadOnlySpan<char> TrimWhiteSpace(ReadOnlySpan<char> text) => text.Trim(" \t".AsSpan());

    /// <summary>Number of spaces and tabs that <paramref name="text"/> begins with.</summary>
    public static int LeadingWhiteSpace(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length && IsWhiteSpace(text[i]))
            i++;
        return i;
    }

    /// <remarks><c>sts-ext-name = (ALPHA / DIGIT) *31(ALPHA / DIGIT / "_" / "-" / ".")</c></remarks>
    public static bool IsExtensionName(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > MaxExtensionName || !IsLetterOrDigit(name[0]))
            return false;
        foreach (var c in name)
        {
            if (!IsLetterOrDigit(c) && c is not ('_' or '-' or '.'))
                return false;
        }

        return true;
    }
}
