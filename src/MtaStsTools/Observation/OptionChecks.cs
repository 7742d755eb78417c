using MtaStsTools.Net;
using MtaStsTools.Observation.Smtp;

namespace MtaStsTools.Observation;

/// <summary>Refuses options that cannot work before anything is begun with them.</summary>
internal static class OptionChecks
{
    public static void Check(ObservationOptions options)
    {
        if (options.ThrottleLimit is < 1 or > 1000)
            throw new ArgumentOutOfRangeException(nameof(options), options.ThrottleLimit, "The ThrottleLimit must be from 1 to 1000.");
        NetworkChecks.CheckTimeout(options.DnsTimeout, nameof(options.DnsTimeout));
        NetworkChecks.CheckTimeout(options.ConnectTimeout, nameof(options.ConnectTimeout));
        NetworkChecks.CheckTimeout(options.GreetingTimeout, nameof(options.GreetingTimeout));
        NetworkChecks.CheckTimeout(options.HandshakeTimeout, nameof(options.HandshakeTimeout));
        NetworkChecks.CheckTimeout(options.HttpTimeout, nameof(options.HttpTimeout));
        NetworkChecks.CheckTimeout(options.DomainTimeout, nameof(options.DomainTimeout));
        NetworkChecks.CheckPort(options.HttpsPort, nameof(options.HttpsPort));
        NetworkChecks.CheckPort(options.SmtpPort, nameof(options.SmtpPort));
        EhloName.Choose(options.EhloName);
    }
}
