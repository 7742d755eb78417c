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
            // A suffix makes other numbers, too: 2y is a signed byte. As a duration it has no meaning, and is told as it was written.
            sbyte or ushort or ulong => Parse(LanguagePrimitives.ConvertTo<string>(inputData)),
            int or long or double or short or byte or uint => Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!),
            string text => Parse(text),
            _ => throw Unreadable(value),
        };
    }

    private static TimeSpan Parse(string text) => DurationText.TryParse(text, out var duration) ? duration : throw Unreadable(text);

    private static ArgumentTransformationMetadataException Unreadable(object? value) => new(
        $"'{DisplayText.Sanitize(string.Format(CultureInfo.InvariantCulture, "{0}", value))}' is not a duration. Give seconds (604800), a number with the unit s, m, h, d or w (7d, 2w), or a TimeSpan.");
}
