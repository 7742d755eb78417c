using System.Globalization;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>What came of each step of an observation, a line each, for <c>-Verbose</c>.</summary>
internal static class ObservationResults
{
    /// <summary>The results in the order in which a reader follows them: record, policy, mail exchangers, reporting.</summary>
    public static IEnumerable<string> Of(DomainObservation observation) =>
    [
        Line(observation.Record.Lookup, observation.Record.Records.Count),
        .. Lines(observation.PolicyHost.Addresses),
        .. observation.PolicyHost.Fetches.Select(fetch => Line(observation.PolicyHost.Host, fetch)),
        Line(observation.Mx.Lookup, observation.Mx.Records.Count),
        .. observation.MailExchangers.SelectMany(Lines),
        Line(observation.TlsReporting.Lookup, observation.TlsReporting.Records.Count),
    ];

    private static IEnumerable<string> Lines(MxHostObservation host) =>
    [
        .. Lines(host.Addresses),
        Line(host.Tlsa.Lookup, host.Tlsa.Records.Count),
        .. host.Sessions.Select(session => Line(host.Host, session)),
    ];

    private static IEnumerable<string> Lines(AddressObservation addresses)
    {
        var ofVersion6 = addresses.Addresses.Count(fact => fact.Address.Split(':').Length > 1);
        return [Line(addresses.IPv4, addresses.Addresses.Count - ofVersion6), Line(addresses.IPv6, ofVersion6)];
    }

    private static string Line(DnsLookup lookup, int records)
    {
        var result = lookup.Outcome switch
        {
            DnsOutcome.NameDoesNotExist => "the name does not exist",
            _ when lookup.Failure is { } failure => failure,
            _ => records == 1 ? "1 record" : Invariant($"{records} records"),
        };
        return $"DNS: {lookup.Type} {lookup.Name}: {result}{After(lookup.Duration)}";
    }

    private static string Line(string host, PolicyFetch fetch)
    {
        var details = new[] { fetch.TlsVersion, fetch.StatusCode is { } code ? Invariant($"status {code}") : null, fetch.Detail };
        return $"HTTPS: {host} [{fetch.Address}]: {fetch.Outcome}{Details(details)}{After(fetch.Duration)}";
    }

    private static string Line(string host, SmtpSession session) =>
        $"SMTP: {host} [{session.Address}]: {session.Outcome}{Details([session.TlsVersion, session.Detail])}{After(session.Duration)}";

    private static string Details(IEnumerable<string?> details) => string.Concat(details.Where(detail => detail is not null).Select(detail => ", " + detail));

    private static string After(TimeSpan duration) => Invariant($" ({duration.TotalMilliseconds:0} ms)");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
