using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Text;

namespace MtaStsTools.PowerShell.Display;

/// <summary>
/// Text as the views show it: safe, and broken between words. The engine breaks lines between words only in a few cultures
/// (and in the middle of them under <c>LANG=C</c>), so that views hand it lines that fit.
/// </summary>
public static class ScreenText
{
    // Longer than any sentence of ours; a body of 64 KiB is looked at in other ways.
    private const int LongestText = 4096;
    private const int UsualWidth = 120;
    private const int LeastWidth = 20;

    // The engine begins a new line after one that fills the last column.
    private const int LastColumn = 1;

    // What the engine puts between a label and its value.
    private const int Colon = 3;

    // After these a word that is wider than the screen goes on below.
    private static readonly char[] Joints = ['.', '-', '/', ',', ';', '=', ':', '@'];

    private static readonly Dictionary<string, string> Tones = new(StringComparer.Ordinal)
    {
        ["Error"] = "\u001b[91m",
        ["Warning"] = "\u001b[93m",
        ["Info"] = "\u001b[96m",
        ["Good"] = "\u001b[92m",
    };

    /// <summary>A value as text without a character that a terminal obeys or hides; several values with commas between.</summary>
    /// <param name="value">A value, or a list of them.</param>
    public static string Safe(object? value) => value switch
    {
        null => "",
        PSObject { BaseObject: string text } => Safe(text),
        string text => DisplayText.Sanitize(text, LongestText),
        _ when LanguagePrimitives.GetEnumerable(value) is { } many => string.Join(", ", many.Cast<object?>().Select(Safe)),
        _ => DisplayText.Sanitize(LanguagePrimitives.ConvertTo<string>(value), LongestText),
    };

    /// <summary>The word of an enumeration, which a script sees as a bare number once the object has been saved.</summary>
    /// <param name="item">The object.</param>
    /// <param name="property">The name of its property.</param>
    public static string Word(PSObject item, string property) =>
        item.Properties[property]?.Value is { } value ? Safe(string.Format(CultureInfo.InvariantCulture, "{0}", PSObject.AsPSObject(value))) : "";

    /// <summary>A text in lines that fit the screen.</summary>
    /// <param name="host">The host whose screen it is.</param>
    /// <param name="text">The text; its own line breaks stay.</param>
    /// <param name="indent">Where the lines after the first of each begin.</param>
    public static string Wrap(PSHost host, string text, int indent) => Break(text, Width(host) - LastColumn, indent);

    /// <summary>A value in lines that fit beside the label of a list.</summary>
    /// <param name="host">The host whose screen it is.</param>
    /// <param name="value">The value.</param>
    /// <param name="label">The length of the longest label.</param>
    public static string Cell(PSHost host, object? value, int label)
    {
        var lines = LanguagePrimitives.ConvertTo<string>(value)?.Split('\n').Select(line => Safe(line.TrimEnd('\r'))) ?? [];
        return Break(string.Join("\n", lines), Width(host) - label - Colon - LastColumn, indent: 0);
    }

    /// <summary>A text in a colour of the terminal.</summary>
    /// <param name="style">The engine's <c>$PSStyle</c>; null where it has none, and then there is no colour.</param>
    /// <param name="tone"><c>Error</c>, <c>Warning</c>, <c>Info</c> or <c>Good</c>.</param>
    /// <param name="text">The text.</param>
    public static string Paint(object? style, string tone, string text) =>
        style is not null && Tones.TryGetValue(tone, out var code) ? code + text + "\u001b[0m" : text;

    /// <summary>A day of the calendar in UTC, the same in every culture.</summary>
    /// <param name="time">A time, or what is left of it after it was saved.</param>
    public static string Day(object? time)
    {
        var value = time is null ? null : PSObject.AsPSObject(time);
        var utc = value?.BaseObject as DateTime? ?? value?.Properties["UtcDateTime"]?.Value as DateTime?;
        return utc?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>A duration in seconds, and in days where there is one.</summary>
    /// <param name="duration">The duration.</param>
    public static string Seconds(TimeSpan duration)
    {
        var seconds = (long)duration.TotalSeconds;
        var days = Math.Round(duration.TotalDays, 1);
        return days < 1
            ? FormattableString.Invariant($"{seconds} s")
            : FormattableString.Invariant($"{seconds} s ({days} {(days == 1 ? "day" : "days")})");
    }

    private static string Break(string text, int width, int indent)
    {
        var screen = new StringBuilder(text.Length + 32);
        foreach (var line in text.Split('\n'))
        {
            if (screen.Length > 0)
                screen.Append(Environment.NewLine);
            Break(screen, line.TrimEnd(), Math.Max(width, LeastWidth), indent);
        }

        return screen.ToString();
    }

    private static void Break(StringBuilder screen, string line, int width, int indent)
    {
        var column = 0;
        var spaces = 0;
        foreach (var word in line.Split(' '))
        {
            if (column > indent && column + spaces + word.Length > width)
            {
                screen.Append(Environment.NewLine).Append(' ', indent);
                (column, spaces) = (indent, 0);
            }

            screen.Append(' ', spaces);
            column += spaces;
            var rest = word;
            while (column + rest.Length > width && column < width)
            {
                var length = Part(rest, width - column);
                screen.Append(rest, 0, length).Append(Environment.NewLine).Append(' ', indent);
                (rest, column) = (rest.Substring(length), indent);
            }

            screen.Append(rest);
            column += rest.Length;
            spaces = 1;
        }
    }

    /// <summary>How much of a word that is wider than the screen fits: up to a sign of punctuation where there is one, so that a host name breaks between labels.</summary>
    private static int Part(string word, int room)
    {
        var at = word.LastIndexOfAny(Joints, room - 1, room) + 1;
        if (at > 0)
            return at;
        // The halves of a surrogate pair stay together.
        return room > 1 && char.IsHighSurrogate(word[room - 1]) ? room - 1 : room;
    }

    private static int Width(PSHost host)
    {
        try
        {
            return host.UI.RawUI.BufferSize.Width is > 0 and var width ? width : UsualWidth;
        }
        catch (Exception exception) when (exception is HostException or NotImplementedException or IOException or PSNotSupportedException)
        {
            return UsualWidth; // a host without a screen
        }
    }
}
