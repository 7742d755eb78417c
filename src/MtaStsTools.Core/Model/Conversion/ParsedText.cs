using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MtaStsTools.Conversion;

/// <summary>
/// A text as the parameter of a minimal API, with what it says or why it says nothing. A parameter of the value's own type gives 400 without a reason, since
/// the framework asks it for no more than yes or no; this one always binds, and the endpoint answers with the findings.
/// </summary>
/// <typeparam name="T">The value: a policy, a record, a pattern or a domain name.</typeparam>
public sealed class ParsedText<T> : IParsable<ParsedText<T>>
    where T : class, IParsable<T>
{
    private ParsedText(string text, T? value, IReadOnlyList<Finding> findings)
    {
        Text = text;
        Value = value;
        Findings = findings;
    }

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    /// <summary>What it says; null where it has an Error.</summary>
    public T? Value { get; }

    /// <summary>Why <see cref="Value"/> is null; empty where it is not.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The findings by the id of their rule, as a problem of RFC 9457 lists errors.</summary>
    public IDictionary<string, string[]> Errors =>
        Findings.GroupBy(finding => finding.Id, finding => finding.Message, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>Reads a text, whatever it says.</summary>
    public static ParsedText<T> Parse(string s, IFormatProvider? provider) => Of(s);

    /// <summary>Reads a text, whatever it says; false only for null.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ParsedText<T> result)
    {
        result = s is null ? null : Of(s);
        return result is not null;
    }

    private static ParsedText<T> Of(string text)
    {
        try
        {
            return new ParsedText<T>(text, T.Parse(text, CultureInfo.InvariantCulture), []);
        }
        catch (MtaStsFormatException exception)
        {
            return new ParsedText<T>(text, value: null, exception.Findings);
        }
    }
}
