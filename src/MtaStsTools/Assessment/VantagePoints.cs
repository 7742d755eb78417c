namespace MtaStsTools.Assessment;

/// <summary>Joins what was seen of one domain from several places: of each fact the most certain sighting.</summary>
internal static class VantagePoints
{
    public static DomainObservation Merge(IReadOnlyList<DomainObservation> observations)
    {
        if (observations.Count == 0)
            throw new ArgumentException("There is no observation to assess.", nameof(observations));
        var first = observations[0];
        if (observations.Any(other => !string.Equals(other.Domain, first.Domain, StringComparison.OrdinalIgnoreCase)))
            throw new ArgumentException("The observations are of several domains.", nameof(observations));
        if (observations.Count == 1)
            return first;

        return first with
        {
            ObservedAt = observations.Max(other => other.ObservedAt),
            Duration = observations.Max(other => other.Duration),
            Record = Best(observations, other => other.Record, record => Certainty(record.Lookup)),
            TlsReporting = Best(observations, other => other.TlsReporting, record => Certainty(record.Lookup)),
            PolicyHost = Best(observations, other => other.PolicyHost, Certainty),
            Mx = Best(observations, other => other.Mx, mx => Certainty(mx.Lookup)),
            MailExchangers = Hosts(observations),
            ParentRecord = observations.Select(other => other.ParentRecord).OfType<TxtObservation>().OrderByDescending(parent => Certainty(parent.Lookup)).FirstOrDefault(),
            MisplacedRecords = observations.Select(other => other.MisplacedRecords).FirstOrDefault(records => records.Count > 0) ?? [],
            SmtpSkipped = observations.All(other => other.SmtpSkipped),
            PrivateAddressesAllowed = observations.All(other => other.PrivateAddressesAllowed),
        };
    }

    private static T Best<T>(IReadOnlyList<DomainObservation> observations, Func<DomainObservation, T> fact, Func<T, int> certainty) =>
        observations.Select(fact).OrderByDescending(certainty).First();

    /// <summary>The hosts of the MX answer that counts, each with the best that any place saw of it.</summary>
    private static List<MxHostObservation> Hosts(IReadOnlyList<DomainObservation> observations)
    {
        var source = observations.OrderByDescending(other => Certainty(other.Mx.Lookup)).First();
        var sightings = observations.SelectMany(other => other.MailExchangers).ToLookup(host => host.Host, StringComparer.OrdinalIgnoreCase);
        return [.. source.MailExchangers.Select(host => Join([.. sightings[host.Host]]) with { Preference = host.Preference })];
    }

    private static MxHostObservation Join(List<MxHostObservation> sightings) => sightings[0] with
    {
        Addresses = sightings.Select(sighting => sighting.Addresses).OrderByDescending(Certainty).First(),
        Tlsa = sightings.Select(sighting => sighting.Tlsa).OrderByDescending(tlsa => Certainty(tlsa.Lookup) + (tlsa.Lookup.Authenticated ? 1 : 0)).First(),
        Sessions =
        [
            .. sightings.SelectMany(sighting => sighting.Sessions)
                .GroupBy(session => session.Address, StringComparer.Ordinal)
                .Select(group => group.OrderByDescending(session => Certainty(session.Outcome)).ThenByDescending(session => session.Certificate?.Certificate.Der is not null).First()),
        ],
    };

    private static int Certainty(DnsLookup lookup) => lookup.Outcome switch
    {
        DnsOutcome.Answered => 6,
        DnsOutcome.NoData or DnsOutcome.NameDoesNotExist => 4,
        DnsOutcome.NotAsked => 0,
        _ => 2,
    };

    private static int Certainty(AddressObservation addresses) => Certainty(addresses.IPv4) + Certainty(addresses.IPv6);

    private static int Certainty(PolicyHostObservation host) =>
        (host.Fetches.Any(fetch => fetch.Outcome == PolicyFetchOutcome.Answered) ? 100 : host.Fetches.Any(fetch => fetch.Outcome != PolicyFetchOutcome.NotReached) ? 50 : 0) + Certainty(host.Addresses);

    private static int Certainty(SmtpOutcome outcome) => outcome switch
    {
        SmtpOutcome.TlsEstablished => 4,
        SmtpOutcome.StartTlsNotOffered or SmtpOutcome.StartTlsRefused or SmtpOutcome.TlsFailed or SmtpOutcome.TlsTooOld => 3,
        SmtpOutcome.Rejected or SmtpOutcome.ReplyTimeout or SmtpOutcome.ProtocolError => 2,
        SmtpOutcome.ConnectFailed or SmtpOutcome.ConnectTimeout => 1,
        _ => 0,
    };
}
