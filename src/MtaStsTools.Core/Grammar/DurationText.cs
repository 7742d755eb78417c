using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MtaStsTools;

/// <summary>Durations as people write and read them: at the prompt, in options and in files alike.</summary>
public static class DurationText
{
    /// <summary>
    /// Reads seconds (<c>604800</c>), a number with a unit (<c>7d</c>, <c>2w</c>, <c>1.5h</c>; s, m, h, d or w) or a
    /// <see cref="TimeSpan"/> (<c>7.00:00:00</c>). False for everything else, for what is negative and for what no TimeSpan can hold.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TimeSpan duration)
    {
        var written = (text ?? "").Trim();
        if (written.AsSpan().IndexOf(':') >= 0)
            return TimeSpan.TryParse(written, CultureInfo.InvariantCulture, out duration) && duration >= TimeSpan.Zero;

        duration = default;
        var end = written.Length > 0 && char.IsLetter(written[written.Length - 1]) ? written.Length - 1 : written.Length;
        if (SecondsIn(written.Substring(end)) is not { } unit
            || !decimal.TryParse(written.Substring(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerSecond / unit)
        {
            return false;
        }

        duration = TimeSpan.FromTicks((long)(number * unit * TimeSpan.TicksPerSecond));
        return true;
    }

    /// <summary>For messages: days where it is whole days (<c>7 days</c>), else seconds (<c>90 s</c>).</summary>
    public static string Of(TimeSpan duration)
    {
        if (duration.Ticks == 0 || duration.Ticks % TimeSpan.TicksPerDay != 0)
            return (duration.Ticks / (decimal)TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture) + " s";
        var days = duration.Ticks / TimeSpan.TicksPerDay;
        return days.ToString(CultureInfo.InvariantCulture) + (days is 1 or -1 ? " day" : " days");
    }

    /// <summary>The seconds of a unit, by its letter or its name; none is seconds. Null for a word that is no unit.</summary>
    internal static int? SecondsIn(string unit) => unit.ToLowerInvariant() switch
    {
        "" or "s" or "sec" or "secs" or "second" or "seconds" => 1,
        "m" or "min" or "mins" or "minute" or "minutes" => 60,
        "h" or "hour" or "hours" => 3_600,
        "d" or "day" or "days" => 86_400,
        "w" or "week" or "weeks" => 604_800,
        _ => null,
    };
}
