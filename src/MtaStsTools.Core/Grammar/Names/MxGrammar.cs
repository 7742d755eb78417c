using System.Globalization;
using MtaStsTools.Grammar.Policy;

namespace MtaStsTools.Grammar.Names;

/// <summary>Says what is wrong with an mx value that <see cref="HostNameGrammar.IsMxPattern"/> refuses.</summary>
internal static class MxGrammar
{
    /// <summary>Reports every problem of the value at its place in <paramref name="text"/>.</summary>
    public static void Report(ReadOnlySpan<char> text, PolicyField field, ref FindingBuffer findings)
    {
        if (field.ValueLength == 0)
            findings.Add(PolicyRules.MxEmpty.At(text, field.Start, field.NameLength + 1));
        else
            Report(text, field.ValueStart, field.ValueLength, ref findings);
    }

    /// <summary>Reports every problem of the pattern that stands at <paramref name="offset"/>.</summary>
    public static void Report(ReadOnlySpan<char> text, int offset, int length, ref FindingBuffer findings)
    {
        var value = text.Slice(offset, length).ToString();
        if (FormOf(text, offset, value) is { } form)
            findings.Add(form);
        else
            ReportLabels(text, offset, value, ref findings);
    }

    /// <summary>What the value is in place of a host name, where it is something else altogether.</summary>
    private static Finding? FormOf(ReadOnlySpan<char> text, int offset, string value)
    {
        if (value.Length == 0)
            return PolicyRules.MxEmpty.At(text, offset, 0);
        if (value is "*" or "*.")
            return At(PolicyRules.MxBareWildcard, text, offset, 0, value.Length, fix: null);
        if (HostNameGrammar.IsAddress(value.AsSpan()))
            return At(PolicyRules.MxIpAddress, text, offset, 0, value.Length, fix: null, value);
        var names = value.Split(Parting, StringSplitOptions.RemoveEmptyEntries);
        if (names.Length > 1 && !Characters.AreDigits(names[0].AsSpan()))
        {
            var corrected = Array.TrueForAll(names, name => HostNameGrammar.IsMxPattern(name.AsSpan())) ? string.Join(NewLine(text) + "mx: ", names) : null;
            return At(PolicyRules.MxSeveralNames, text, offset, 0, value.Length, Replace(offset, 0, value.Length, corrected), value);
        }

        if (value.IndexOfAny(['/', '@']) >= 0)
            return At(PolicyRules.MxUrl, text, offset, 0, value.Length, Replace(offset, 0, value.Length, HostOfUrl(value)), value);
        return value.IndexOf(':') is var colon and > 0 && colon + 1 < value.Length && Characters.AreDigits(value.AsSpan(colon + 1))
            ? At(PolicyRules.MxPort, text, offset, colon, value.Length - colon, new TextFix(offset + colon, value.Length - colon, ""), value)
            : null;
    }

    private static readonly char[] Parting = [',', ';', ' ', '\t'];

    private static void ReportLabels(ReadOnlySpan<char> text, int offset, string value, ref FindingBuffer findings)
    {
        var hostStart = value.StartsWith("*.", StringComparison.Ordinal) ? 2 : 0;
        var host = value.AsSpan(hostStart);
        if (value.Length > HostNameGrammar.MaxName)
            findings.Add(At(PolicyRules.MxNameTooLong, text, offset, 0, value.Length, fix: null, value));
        if (Characters.IndexOfNonAscii(host) >= 0)
            ReportInternational(text, offset, hostStart, value, ref findings);

        var labelStart = hostStart;
        for (var i = hostStart; i <= value.Length; i++)
        {
            if (i < value.Length && value[i] != '.')
            {
                ReportCharacter(text, offset, i, value, ref findings);
                continue;
            }

            ReportLabel(text, offset, labelStart, i, hostStart, value, ref findings);
            labelStart = i + 1;
        }
    }

    private static void ReportInternational(ReadOnlySpan<char> text, int offset, int hostStart, string value, ref FindingBuffer findings)
    {
        var ascii = DomainNameGrammar.ToAscii(value.Substring(hostStart));
        var corrected = ascii is not null && HostNameGrammar.IsHostName(ascii.AsSpan()) ? ascii : null;
        findings.Add(At(PolicyRules.MxInternationalLabel, text, offset, 0, value.Length, Replace(offset, hostStart, value.Length - hostStart, corrected), value));
    }

    private static void ReportCharacter(ReadOnlySpan<char> text, int offset, int at, string value, ref FindingBuffer findings)
    {
        var c = value[at];
        if (c > '\x7F' || c == '-' || Characters.IsLetterOrDigit(c))
            return;
        if (c == '*')
        {
            findings.Add(At(PolicyRules.MxInnerWildcard, text, offset, at, 1, fix: null, value));
            return;
        }

        if (c == '_')
        {
            findings.Add(At(PolicyRules.MxUnderscore, text, offset, at, 1, fix: null, value));
            return;
        }

        var corrected = WithoutPunctuation(value);
        findings.Add(At(PolicyRules.MxInvalidCharacter, text, offset, at, 1, Replace(offset, 0, value.Length, corrected), value, Describe(c)));
    }

    /// <summary>The good name inside quotes or before a comma or semicolon, or behind the preference of an MX record.</summary>
    private static string? WithoutPunctuation(string value)
    {
        var space = value.LastIndexOf(' ');
        if (space > 0 && Characters.AreDigits(value.AsSpan(0, space).Trim()))
            value = value.Substring(space + 1).TrimEnd('.');
        var name = value.Trim('"', '\'', '`', '<', '>', ';', ',', ' ');
        return HostNameGrammar.IsMxPattern(name.AsSpan()) ? name : null;
    }

    private static void ReportLabel(ReadOnlySpan<char> text, int offset, int start, int end, int hostStart, string value, ref FindingBuffer findings)
    {
        var length = end - start;
        if (length == 0)
        {
            ReportDot(text, offset, start, hostStart, value, ref findings);
            return;
        }

        if (length > HostNameGrammar.MaxLabel)
            findings.Add(At(PolicyRules.MxLabelTooLong, text, offset, start, length, fix: null, value));
        if (value[start] == '-' || value[end - 1] == '-')
            findings.Add(At(PolicyRules.MxHyphenAtEdge, text, offset, start, length, fix: null, value));
    }

    private static void ReportDot(ReadOnlySpan<char> text, int offset, int at, int hostStart, string value, ref FindingBuffer findings)
    {
        if (at == value.Length)
        {
            // One dot may hide behind another.
            var name = value.TrimEnd('.').Length;
            findings.Add(At(PolicyRules.MxTrailingDot, text, offset, at - 1, 1, name > 0 ? new TextFix(offset + name, at - name, "") : null, value));
        }
        else if (at == 0)
        {
            // The drafts wrote a wildcard as a leading dot.
            var fix = HostNameGrammar.IsHostName(value.AsSpan(1)) ? new TextFix(offset, 0, "*") : null;
            findings.Add(At(PolicyRules.MxLeadingDot, text, offset, 0, 1, fix, value));
        }
        else
        {
            findings.Add(At(PolicyRules.MxEmptyLabel, text, offset, at - 1, 2, new TextFix(offset + at, 1, ""), value));
        }
    }

    private static string? HostOfUrl(string value)
    {
        var scheme = value.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || value.AsSpan().IndexOf('@') >= 0)
            return null;
        var host = value.Substring(scheme + 3);
        var end = host.IndexOfAny(['/', ':', '?', '#']);
        if (end >= 0)
            host = host.Substring(0, end);
        return HostNameGrammar.IsMxPattern(host.AsSpan()) ? host : null;
    }

    private static string NewLine(ReadOnlySpan<char> text) => text.IndexOf('\n') is var lf && lf >= 0 && (lf == 0 || text[lf - 1] != '\r') ? "\n" : "\r\n";

    internal static string Describe(char c) => c is > ' ' and <= '~' ? $"'{c}'" : "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    private static TextFix? Replace(int offset, int start, int length, string? text) => text is null ? null : new TextFix(offset + start, length, text);

    private static Finding At(Rule rule, ReadOnlySpan<char> text, int offset, int start, int length, TextFix? fix, params object?[] arguments) =>
        rule.At(text, offset + start, length, arguments) with { Fix = fix };
}
