using System.Net;
using MtaStsTools.Dns;

namespace MtaStsTools.Observation;

/// <summary>Observes one MX host: addresses, TLSA records, SMTP sessions.</summary>
internal static class MxHostObserver
{
    public static async Task<MxHostObservation> ObserveAsync(TimedSteps steps, MxFact mx)
    {
        // RFC 5321 §5.1 wants a name; an address there is none, and asking the DNS for it would only trouble the root servers.
        var seen = IPAddress.TryParse(mx.Host, out _)
            ? NotAsked.Host(mx.Host, "an IP address is no host name")
            : await steps.SharedHostAsync(mx.Host, own => ContactAsync(own, mx.Host)).ConfigureAwait(false);
        return seen with { Preference = mx.Preference };
    }

    private static async Task<MxHostObservation> ContactAsync(TimedSteps steps, string host)
    {
        var associations = steps.QueryAsync(TlsaName.Of(host), DnsRecordType.TLSA);
        var contacts = ContactAddressesAsync(steps, host);
        await Task.WhenAll(associations, contacts).ConfigureAwait(false);
        var (addresses, sessions) = await contacts.ConfigureAwait(false);
        var tlsa = await ExpandedAsync(steps, addresses).ConfigureAwait(false) ?? await associations.ConfigureAwait(false);
        return new MxHostObservation
        {
            Host = host,
            Addresses = addresses,
            Tlsa = new TlsaObservation { Lookup = tlsa.Lookup, Records = tlsa.CertificateAssociations },
            Sessions = sessions,
        };
    }

    private static async Task<(AddressObservation Addresses, IReadOnlyList<SmtpSession> Sessions)> ContactAddressesAsync(TimedSteps steps, string host)
    {
        var addresses = await HostAddresses.LookUpAsync(steps, host).ConfigureAwait(false);
        var sessions = steps.Options.SkipSmtp
            ? []
            : await HostAddresses.ContactAsync(
                steps.Options,
                addresses,
                address => new SmtpSession { Address = address, Outcome = SmtpOutcome.AddressNotAllowed, Detail = "the address is not global" },
                address => steps.ProbeAsync(host, address),
                session => session.Outcome.IsConnected())
                .ConfigureAwait(false);
        return (addresses, sessions);
    }

    /// <summary>
    /// Where a host is an alias whose whole expansion is authenticated, the records at its end come first (RFC 7672 §2.2.2); null where it is none,
    /// or nothing authenticated is there.
    /// </summary>
    private static async Task<DnsAnswer?> ExpandedAsync(TimedSteps steps, AddressObservation addresses)
    {
        var expansion = new[] { addresses.IPv4, addresses.IPv6 }.FirstOrDefault(lookup => lookup is { Authenticated: true, Aliases.Count: > 0 });
        if (expansion is null)
            return null;
        var end = expansion.Aliases[expansion.Aliases.Count - 1];
        var answer = await steps.QueryAsync(TlsaName.Of(end), DnsRecordType.TLSA).ConfigureAwait(false);
        return !answer.Lookup.IsConclusive || (answer.Lookup.Authenticated && answer.CertificateAssociations.Count > 0) ? answer : null;
    }
}
