using MtaStsTools.Observation.Smtp;

namespace MtaStsTools.Observation;

/// <summary>Refuses options that cannot work before anything is begun with them.</summary>
internal static class OptionChecks
{
    // What timers of every runtime can hold.
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(1);

    public static void Check(ObservationOptions options)
    {
        if (options.ThrottleLimit is < 1 or > 1000)
            throw new ArgumentOutOfRangeException(nameof(options), options.ThrottleLimit, "The ThrottleLimit must be from 1 to 1000.");
        CheckTimeout(options.DnsTimeout, nameof(options.DnsTimeout));
        CheckTimeout(options.ConnectTimeout, nameof(options.ConnectTimeout));
        CheckTimeout(options.GreetingTimeout, nameof(options.GreetingTimeout));
        CheckTimeout(options.HandshakeTimeout, nameof(options.HandshakeTimeout));
        CheckTimeout(options.HttpTimeout, nameof(options.HttpTimeout));
        CheckPort(options.HttpsPort, nameof(options.HttpsPort));
        CheckPort(options.SmtpPort, nameof(options.SmtpPort));
        EhloName.Choose(options.EhloName);
    }

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
