using System.Globalization;

namespace MtaStsTools.Publishing.Dns.ZoneFile;

/// <summary>The serial number of a zone (RFC 1982): the next one, by date or by counting.</summary>
internal static class ZoneSerial
{
    private const int RevisionsADay = 100;

    public static uint Next(uint serial, ZoneSerialStyle style, DateTimeOffset now)
    {
        var next = unchecked(serial + 1);
        if (style == ZoneSerialStyle.Date || (style == ZoneSerialStyle.Auto && LooksLikeDate(serial, now)))
        {
            var today = uint.Parse(now.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) * RevisionsADay;
            if (IsGreater(today, serial))
                return today;
        }

        // Some servers and operators take zero for "no serial".
        return next == 0 ? 1 : next;
    }

    /// <summary>Whether <paramref name="one"/> is greater than <paramref name="other"/> (RFC 1982 §3.2); exactly half a round apart, neither is.</summary>
    public static bool IsGreater(uint one, uint other) => unchecked(one - other) is > 0 and < 0x8000_0000;

    /// <summary>A date from 1990 to a year from now: beyond that it is a number that happens to look like one.</summary>
    private static bool LooksLikeDate(uint serial, DateTimeOffset now) =>
        DateTime.TryParseExact((serial / RevisionsADay).ToString(CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year >= 1990 && date <= now.UtcDateTime.AddYears(1);
}
