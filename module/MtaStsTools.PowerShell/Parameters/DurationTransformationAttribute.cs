using System.Globalization;
using System.Management.Automation;

namespace MtaStsTools.PowerShell.Parameters;

/// <summary>Takes a duration as a <see cref="TimeSpan"/>, as a number of seconds, or as a number with a unit: <c>7d</c>, <c>2w</c>, <c>12h</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DurationTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapper ? wrapper.BaseObject : inputData;
        return value switch
        {
            TimeSpan duration => duration,
            // PowerShell reads a bare 7d as the decimal number 7, and keeps what was written only for the argument of a command.
            decimal when LanguagePrimitives.ConvertTo<string>(inputData) is { Length: > 1 } written && (written[written.Length - 1] is 'd' or 'D') => Parse(written),
            decimal => throw new ArgumentTransformationMetadataException(FormattableString.Invariant($"{value} is a decimal number, of seconds or of days. Write '{value}d' in quotes for days, or the seconds without the d.")),
            int or long or double or short or byte or uint => Seconds(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            string text => Parse(text.Trim()),
            _ => throw Unreadable(value),
        };
    }

    private static TimeSpan Parse(string text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            return Seconds(seconds);
        if (text.Length > 1 && UnitSeconds(text[text.Length - 1]) is { } unit
            && double.TryParse(text.Remove(text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
            return Seconds(count * unit);
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) ? duration : throw Unreadable(text);
    }

    private static double? UnitSeconds(char unit) => unit switch
    {
        's' or 'S' => 1,
        'm' or 'M' => 60,
        'h' or 'H' => 3600,
        'd' or 'D' => 86400,
        'w' or 'W' => 604800,
        _ => null,
    };

    private static TimeSpan Seconds(double seconds)
    {
        try
        {
            return TimeSpan.FromSeconds(seconds);
        }
        catch (Exception exception) when (exception is OverflowException or ArgumentException)
        {
            throw Unreadable(seconds);
        }
    }

    private static ArgumentTransformationMetadataException Unreadable(object? value) => new(
        $"'{DisplayText.Sanitize(string.Format(CultureInfo.InvariantCulture, "{0}", value))}' is not a duration. Give seconds (604800), a number with a unit (7d, 2w) or a TimeSpan.");
}
