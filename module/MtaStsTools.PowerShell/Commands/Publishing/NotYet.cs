using System.Globalization;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>What a command says that has to be run again later.</summary>
internal static class NotYet
{
    public static string Words(string domain, DateTimeOffset time)
    {
        var wait = time - DateTimeOffset.UtcNow;
        var words = wait >= TimeSpan.FromDays(2) ? $"{Math.Ceiling(wait.TotalDays).ToString(CultureInfo.InvariantCulture)} days" : $"{Math.Max(1, Math.Ceiling(wait.TotalHours)).ToString(CultureInfo.InvariantCulture)} h";
        return $"Not yet: {domain} waits until {time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC, {words} from now. Run the command again then.";
    }
}
