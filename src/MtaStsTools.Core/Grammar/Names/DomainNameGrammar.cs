using System.Globalization;

namespace MtaStsTools.Grammar.Names;

/// <summary>Domain names as people and records give them: A-labels or U-labels, with or without the root's dot.</summary>
/// <remarks>RFC 5891 §4 for the way to A-labels; see <see cref="HostNameGrammar"/> for the productions of those.</remarks>
internal static class DomainNameGrammar
{
    /// <summary>The A-label form in lower case without the root's dot, or null with the faults that say why not.</summary>
    public static string? Read(ReadOnlySpan<char> text, ref FaultBuffer faults)
    {
        var name = text.Length > 1 && text[text.Length - 1] == '.' ? text.Slice(0, text.Length - 1) : text;
        if (HostNameGrammar.IsHostName(name))
            return name.ToString().ToLowerInvariant();
        if (Characters.IndexOfNonAscii(name) >= 0)
        {
            if (ToAscii(name.ToString()) is { } ascii && HostNameGrammar.IsHostName(ascii.AsSpan()))
                return ascii;
            faults.Add(DomainNameRules.InvalidInternationalName, 0, text.Length, text.ToString());
            return null;
        }

        Report(text, name, ref faults);
        return null;
    }

    /// <summary>The A-label form in lower case, or null where there is none.</summary>
    public static string? ToAscii(string name)
    {
        try
        {
            return new IdnMapping { UseStd3AsciiRules = true }.GetAscii(name.ToLowerInvariant()).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The U-label form, or the A-labels themselves where they stand for nothing.</summary>
    public static string ToUnicode(string name)
    {
        try
        {
            return new IdnMapping().GetUnicode(name);
        }
        catch (ArgumentException)
        {
            return name;
        }
    }

    private static void Report(ReadOnlySpan<char> text, ReadOnlySpan<char> name, ref FaultBuffer faults)
    {
        var whole = text.ToString();
        if (Characters.TrimWhiteSpace(name).Length == 0 || whole == ".")
        {
            faults.Add(DomainNameRules.Empty, 0, text.Length);
            return;
        }

        if (HostNameGrammar.IsAddress(name))
        {
            faults.Add(DomainNameRules.IpAddress, 0, text.Length, whole);
            return;
        }

        if (name.Length > HostNameGrammar.MaxName)
            faults.Add(DomainNameRules.NameTooLong, 0, text.Length, whole);

        var labelStart = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && name[i] != '.')
            {
                // What stands together, as the "://" of a URL, is one mistake.
                var length = InvalidRun(name.Slice(i));
                if (length > 0)
                    faults.Add(DomainNameRules.InvalidCharacter, i, length, whole, MxGrammar.Describe(name[i]));
                i += Math.Max(length - 1, 0);
                continue;
            }

            ReportLabel(text, labelStart, i - labelStart, whole, ref faults);
            labelStart = i + 1;
        }
    }

    private static int InvalidRun(ReadOnlySpan<char> name)
    {
        var length = 0;
        while (length < name.Length && name[length] is not ('.' or '-') && !Characters.IsLetterOrDigit(name[length]))
            length++;
        return length;
    }

    private static void ReportLabel(ReadOnlySpan<char> text, int start, int length, string whole, ref FaultBuffer faults)
    {
        if (length == 0)
        {
            // The dot that should not be there: the first of the text, or the one before the empty label.
            var dot = start == 0 ? 0 : start - 1;
            faults.Add(DomainNameRules.EmptyLabel, dot, start == 0 ? 1 : 2, whole);
            return;
        }

        if (length > HostNameGrammar.MaxLabel)
            faults.Add(DomainNameRules.LabelTooLong, start, length, whole);
        if (text[start] == '-' || text[start + length - 1] == '-')
            faults.Add(DomainNameRules.HyphenAtEdge, start, length, whole);
    }
}
