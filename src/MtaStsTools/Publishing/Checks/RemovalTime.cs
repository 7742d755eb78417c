using System.Globalization;

namespace MtaStsTools.Publishing.Checks;

/// <summary>Until when senders may hold an earlier policy, in words.</summary>
internal static class RemovalTime
{
    public static Finding TooEarly(string domain, DateTimeOffset until) => PublishingRules.RemovalTooEarly.On(domain, domain, Words(until));

    public static string Words(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
