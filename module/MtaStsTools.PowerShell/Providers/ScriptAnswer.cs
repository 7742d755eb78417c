using System.Collections;
using System.Globalization;
using System.Management.Automation;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Providers;

/// <summary>
/// Reads what a user's script gives for the records of a name: a string for the text of each record, or an object or a hashtable with <c>Text</c> or
/// <c>Strings</c> and perhaps <c>Ttl</c>, or with <c>Alias</c>.
/// </summary>
internal static class ScriptAnswer
{
    private const int MaxRecords = 1000;

    /// <exception cref="FormatException">An object is none of these; the message says what is wrong with it.</exception>
    public static TxtRecordSet Read(string recordName, IReadOnlyList<PSObject> output)
    {
        if (output.Count > MaxRecords)
            throw new FormatException($"It gave {output.Count} objects, more than the records of a name.");
        var values = new List<TxtValue>();
        TimeSpan? ttl = null;
        string? alias = null;
        foreach (var item in output)
        {
            if (item is null || item.BaseObject is null)
                continue;
            if (item.BaseObject is string text)
                values.Add(Value([text]));
            else if (Member(item, "Alias") is { } target)
                alias = Text(target).TrimEnd('.');
            else
                values.Add(Value(Strings(item)));
            if (Member(item, "Ttl") is { } time)
                ttl = Ttl(time, ttl);
        }

        // The value of an alias's target belongs to another name.
        return alias is null
            ? new TxtRecordSet { RecordName = recordName, Values = [.. values.Distinct()], Ttl = values.Count > 0 ? ttl : null }
            : new TxtRecordSet { RecordName = recordName, Alias = alias };
    }

    private static IReadOnlyList<string> Strings(PSObject item)
    {
        if (Member(item, "Strings") is { } strings)
            return strings is string single ? [single] : [.. (LanguagePrimitives.GetEnumerable(strings) ?? new[] { strings }).Cast<object?>().Select(Text)];
        return Member(item, "Text") is { } text
            ? [Text(text)]
            : throw new FormatException($"It gave an object of the type {item.BaseObject.GetType().Name} without Text, Strings or Alias.");
    }

    private static TxtValue Value(IReadOnlyList<string> strings)
    {
        try
        {
            return strings.Count == 1 ? TxtValue.FromText(strings[0]) : TxtStrings.ToValue(strings);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"It gave a text that is none of a TXT record: {CommandError.Sentence(exception)}", exception);
        }
    }

    private static TimeSpan? Ttl(object value, TimeSpan? known)
    {
        var ttl = value switch
        {
            TimeSpan time => time,
            _ when LanguagePrimitives.TryConvertTo<int>(value, CultureInfo.InvariantCulture, out var seconds) => TimeSpan.FromSeconds(seconds),
            _ => TimeSpan.MinValue,
        };
        if (ttl < TimeSpan.Zero)
            throw new FormatException($"It gave a Ttl that is neither a TimeSpan nor a number of seconds: '{DisplayText.Sanitize($"{value}", 80)}'.");
        return known is null || ttl < known ? ttl : known;
    }

    private static object? Member(PSObject item, string name) => item.BaseObject is IDictionary table
        ? Unwrap(table.Keys.Cast<object>().Where(key => string.Equals(key as string, name, StringComparison.OrdinalIgnoreCase)).Select(key => table[key]).FirstOrDefault())
        : Unwrap(item.BaseObject is string ? null : item.Properties[name]?.Value);

    private static object? Unwrap(object? value) => value is PSObject wrapper ? wrapper.BaseObject : value;

    private static string Text(object? value) => LanguagePrimitives.ConvertTo<string>(value) ?? "";
}
