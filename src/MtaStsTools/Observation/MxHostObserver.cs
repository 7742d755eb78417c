using System.Net;
using MtaStsTools.Dns;
using MtaStsTools.Grammar.Names;

namespace MtaStsTools.Observation;

/// <summary>Observes one MX host: addresses, TLSA records, SMTP sessions.</summary>
internal sealed class MxHostObserver(ObservationRun run)
{
    public async Task<MxHostObservation> ObserveAsync(string domain, MxFact mx, CancellationToken cancellationToken)
    {
        // RFC 5321 §5.1 wants a name; an address there is none, and asking the DNS for it would only trouble the root servers.
        if (IPAddress.TryParse(mx.Host, out _))
        {
            const string Why = "an IP address is no host name";
            return new MxHostObservation
            {
                Host = mx.Host,
                Preference = mx.Preference,
                Addresses = NotAsked.Addresses(mx.Host, Why),
                Tlsa = NotAsked.Associations(mx.Host, Why),
            };
        }

        var shared = await run.Sharing.HostAsync(mx.Host, stop => ContactAsync(domain, mx.Host, stop), cancellationToken).ConfigureAwait(false);
        return shared with { Preference = mx.Preference };
    }

    private async Task<MxHostObservation> ContactAsync(string domain, string host, CancellationToken cancellationToken)
    {
        var associations = run.QueryAsync(domain, TlsaName.Of(host), DnsRecordType.TLSA, cancellationToken);
        var addresses = await HostAddresses.LookUpAsync(run, domain, host, cancellationToken).ConfigureAwait(false);
        var sessions = run.Options.SkipSmtp
            ? []
            : await HostAddresses.ContactAsync(
                run.Options,
                addresses,
                address => new SmtpSession { Address = address, Outcome = SmtpOutcome.AddressNotAllowed, Detail = "the address is not global" },
                address => run.ContactAsync(
                    domain, $"SMTP: {host} [{address}]:{run.Options.SmtpPort}", () => run.Smtp.ProbeAsync(host, address, cancellationToken), cancellationToken),
                session => session.Outcome.IsConnected())
                .ConfigureAwait(false);
        var tlsa = await ExpandedAsync(domain, addresses, cancellationToken).ConfigureAwait(false) ?? await associations.ConfigureAwait(false);
        return new MxHostObservation
        {
            Host = host,
            Addresses = addresses,
            Tlsa = new TlsaObservation { Lookup = tlsa.Lookup, Records = tlsa.CertificateAssociations },
            Sessions = sessions,
        };
    }

    /// <summary>
    /// Where a host is an alias whose whole expansion is authenticated, the records at its end come first (RFC 7672 §2.2.2); null where it is none,
    /// or nothing authenticated is there.
    /// </summary>
    private async Task<DnsAnswer?> ExpandedAsync(string domain, AddressObservation addresses, CancellationToken cancellationToken)
    {
        var expansion = new[] { addresses.IPv4, addresses.IPv6 }.FirstOrDefault(lookup => lookup is { Authenticated: true, Aliases.Count: > 0 });
        if (expansion is null)
            return null;
        var end = expansion.Aliases[expansion.Aliases.Count - 1];
        var answer = await run.QueryAsync(domain, TlsaName.Of(end), DnsRecordType.TLSA, cancellationToken).ConfigureAwait(false);
        return !answer.Lookup.IsConclusive || (answer.Lookup.Authenticated && answer.CertificateAssociations.Count > 0) ? answer : null;
    }
}
