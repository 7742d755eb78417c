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
            // To PowerShell, 7d is a decimal number; what was typed is kept beside it.
            decimal when LanguagePrimitives.ConvertTo<string>(inputData) is var typed && typed.EndsWith("d", StringComparison.OrdinalIgnoreCase) => Parse(typed),
            int or long or double or decimal => Seconds(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
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
