namespace MtaStsTools.Net;

/// <summary>Refuses ports and time limits that cannot be before anything is begun with them.</summary>
internal static class NetworkChecks
{
    // What timers of every runtime can hold.
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(1);

    public static void CheckTimeout(TimeSpan value, string name)
    {
        if (value <= TimeSpan.Zero || value > MaxTimeout)
            throw new ArgumentOutOfRangeException(name, value, $"The {name} must be more than nothing and at most a day.");
    }

    public static void CheckPort(int value, string name)
    {
        if (value is < 1 or > 65535)
            throw new ArgumentOutOfRangeException(name, value, $"The {name} must be from 1 to 65535.");
    }
}
