using System.Globalization;
using MtaStsTools.Grammar.Fixes;

namespace MtaStsTools.Grammar.Names;

/// <summary>Reads mx patterns, in a policy's text or on their own.</summary>
/// <remarks><c>sts-policy-mx-value = ["*."] Domain</c> (RFC 8461 §3.2); see <see cref="HostNameGrammar"/> for the domain.</remarks>
internal static class MxGrammar
{
    /// <summary>What people write between several names.</summary>
    public static readonly char[] BetweenNames = [',', ';', ' ', '\t'];

    /// <summary>Whether the whole value is a pattern.</summary>
    public static bool IsPattern(ReadOnlySpan<char> value)
    {
        return value.Length <= HostNameGrammar.MaxName && HostNameGrammar.IsHostName(value.Slice(HostStart(value)));
    }

    /// <summary>Where the domain begins: behind <c>*.</c>, where there is one and something follows.</summary>
    public static int HostStart(ReadOnlySpan<char> value) => value.Length > 2 && value[0] == '*' && value[1] == '.' ? 2 : 0;

    /// <summary>Everything there is to say about a value that stands alone.</summary>
    public static IReadOnlyList<Finding> Validate(ReadOnlySpan<char> value)
    {
        var faults = default(FaultBuffer);
        Read(value, 0, value.Length, ref faults);
        return faults.ToFindings(value, static text => fault => MxFixer.Fix(text, 0, LineEnding.Of(text.AsSpan()), fault));
    }

    /// <summary>Reads the value at a place in a text, and tells every problem of it.</summary>
    public static void Read(ReadOnlySpan<char> text, int offset, int length, ref FaultBuffer faults)
    {
        var value = text.Slice(offset, length);
        var host = value.Slice(HostStart(value));
        if (length > HostNameGrammar.MaxName || !HostNameGrammar.IsHostName(host, out var traits))
            ReadFaulty(Characters.Copy(value), offset, ref faults);
        else if (host.Length == length && (traits & NameTraits.HasDot) == NameTraits.None)
            faults.Add(PolicyRules.MxSingleLabel, offset, length, Characters.Copy(value));
        else if (Placeholder.MayBeIn(value, traits) && Placeholder.IsIn(Characters.Copy(value)))
            faults.Add(PolicyRules.MxPlaceholder, offset, length, Characters.Copy(value));
    }

    private static void ReadFaulty(string value, int offset, ref FaultBuffer faults)
    {
        if (Placeholder.IsIn(value))
            faults.Add(new Fault(PolicyRules.MxPlaceholder, offset, value.Length, [value]) { Severity = Severity.Error });
        else if (FormOf(value, out var at) is { } form)
            faults.Add(form, offset + at, value.Length - at, value);
        else
            ReadLabels(value, offset, ref faults);
    }

    /// <summary>What the value is in place of a host name, where it is something else altogether, and where that begins.</summary>
    private static Rule? FormOf(string value, out int at)
    {
        at = 0;
        if (value.Length == 0)
            return PolicyRules.MxEmpty;
        if (value is "*" or "*.")
            return PolicyRules.MxBareWildcard;
        if (value == ".")
            return PolicyRules.MxNull;
        if (HostNameGrammar.IsAddress(value.AsSpan(HostStart(value.AsSpan()))))
            return PolicyRules.MxIpAddress;
        if (MxPreference.HostBeside(value) is not null)
            return PolicyRules.MxPreference;
        var names = value.Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries);
        if (names.Length > 1)
            return PolicyRules.MxSeveralNames;
        if (value.IndexOfAny(['/', '@']) >= 0)
            return PolicyRules.MxUrl;
        at = value.IndexOf(':');
        return at > 0 && at + 1 < value.Length && Characters.AreDigits(value.AsSpan(at + 1)) ? PolicyRules.MxPort : null;
    }

    private static void ReadLabels(string value, int offset, ref FaultBuffer faults)
    {
        var hostStart = value.StartsWith("*.", StringComparison.Ordinal) ? 2 : 0;
        if (value.Length > HostNameGrammar.MaxName)
            faults.Add(PolicyRules.MxNameTooLong, offset, value.Length, value);
        if (Characters.IndexOfNonAscii(value.AsSpan(hostStart)) >= 0)
            faults.Add(PolicyRules.MxInternationalLabel, offset, value.Length, value);

        var labelStart = hostStart;
        for (var i = hostStart; i <= value.Length; i++)
        {
            if (i < value.Length && value[i] != '.')
            {
                ReadCharacter(value, i, offset, ref faults);
                continue;
            }

            ReadLabel(value, labelStart, i, offset, ref faults);
            labelStart = i + 1;
        }
    }

    private static void ReadCharacter(string value, int at, int offset, ref FaultBuffer faults)
    {
        var c = value[at];
        if (c > '\x7F' || c == '-' || Characters.IsLetterOrDigit(c))
            return;
        if (c == '*')
            faults.Add(PolicyRules.MxInnerWildcard, offset + at, 1, value);
        else if (c == '_')
            faults.Add(PolicyRules.MxUnderscore, offset + at, 1, value);
        else
            faults.Add(PolicyRules.MxInvalidCharacter, offset + at, 1, value, Describe(c));
    }

    private static void ReadLabel(string value, int start, int end, int offset, ref FaultBuffer faults)
    {
        if (start == end)
        {
            ReadDot(value, start, offset, ref faults);
            return;
        }

        if (end - start > HostNameGrammar.MaxLabel)
            faults.Add(PolicyRules.MxLabelTooLong, offset + start, end - start, value);
        if (value[start] == '-' || value[end - 1] == '-')
            faults.Add(PolicyRules.MxHyphenAtEdge, offset + start, end - start, value);
    }

    /// <summary>A dot with no label before or behind it.</summary>
    private static void ReadDot(string value, int at, int offset, ref FaultBuffer faults)
    {
        if (at == value.Length)
            faults.Add(PolicyRules.MxTrailingDot, offset + at - 1, 1, value);
        else if (at == 0)
            faults.Add(PolicyRules.MxLeadingDot, offset, 1, value);
        else
            faults.Add(PolicyRules.MxEmptyLabel, offset + at - 1, 2, value);
    }

    public static string Describe(char c) => c is > ' ' and <= '~' ? $"'{c}'" : "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
}
