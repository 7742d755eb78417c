namespace MtaStsTools.Assessment;

/// <summary>Recognises that the resolver is at fault and not the domain: no question about it was answered at all.</summary>
internal static class DnsSilence
{
    /// <summary>The one finding that explains all that is not known, or null where any question got an answer.</summary>
    public static Finding? Of(DomainObservation observation)
    {
        DnsLookup[] lookups =
        [
            observation.Record.Lookup, observation.Mx.Lookup, observation.TlsReporting.Lookup, observation.PolicyHost.Addresses.IPv4, observation.PolicyHost.Addresses.IPv6,
        ];
        return Array.TrueForAll(lookups, lookup => lookup.Outcome is DnsOutcome.Timeout or DnsOutcome.Failed)
            ? AnnouncementRules.DnsSilent.On(observation.Domain, observation.Domain, lookups[0].Failure)
            : null;
    }
}
