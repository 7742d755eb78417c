using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace MtaStsTools.Lab.Dns;

/// <summary>All zones, and the answer to a question as a resolver in front of them would give it.</summary>
internal sealed class ZoneCatalog
{
    private const int MaxChain = 16;
    private readonly ConcurrentDictionary<string, Zone> _zones = new(StringComparer.Ordinal);

    public bool TryAdd(Zone zone) => _zones.TryAdd(zone.Origin, zone);

    public Zone? Exactly(string origin) => _zones.GetValueOrDefault(origin);

    /// <summary>The deepest zone that holds a name.</summary>
    public Zone? Holding(string name)
    {
        for (string? candidate = name; candidate is not null; candidate = DnsName.Parent(candidate))
        {
            if (_zones.TryGetValue(candidate, out var zone))
                return zone;
        }

        return null;
    }

    /// <summary>Fills in answer, authority and RCODE, following CNAMEs from zone to zone (RFC 1034 §4.3.2, RFC 6604).</summary>
    public void Answer(DnsQuestion question, bool second, bool wantsAuthenticData, DnsReply reply)
    {
        var name = question.Name;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var authentic = true;
        while (seen.Add(name) && seen.Count <= MaxChain)
        {
            if (Holding(name) is not { } zone)
            {
                reply.Rcode = seen.Count == 1 ? DnsRcode.Refused : DnsRcode.ServFail;
                return;
            }

            if (seen.Count > 1 && zone.FaultFor(name, question.Type) is DnsFault.ServFail or DnsFault.Refused or DnsFault.Silent)
            {
                reply.Rcode = DnsRcode.ServFail;
                return;
            }

            authentic &= zone.Signed;
            var records = zone.SeenBy(second);
            var atName = At(zone, name, records);
            var found = atName.FindAll(r => r.Type == question.Type || question.Type == DnsType.Any);
            var alias = atName.Find(r => r.Type == DnsType.Cname);
            if (found.IsEmpty && alias is not null)
            {
                reply.Answers.Add(alias);
                var reader = new DnsReader(alias.Data);
                name = reader.Name();
                continue;
            }

            reply.Answers.AddRange(found);
            if (found.IsEmpty)
                Deny(zone, name, atName, records, reply);
            break;
        }

        if (authentic && wantsAuthenticData)
            reply.Flags |= DnsFlags.AuthenticData;
    }

    /// <summary>The records of a name: its own, or where it does not exist those that a wildcard makes up for it (RFC 4592 §3.3.1).</summary>
    private static ImmutableList<DnsResource> At(Zone zone, string name, ImmutableList<DnsResource> records)
    {
        var encloser = name;
        while (!records.Exists(r => DnsName.IsAtOrUnder(r.Name, encloser)) && DnsName.Parent(encloser) is { } parent && DnsName.IsAtOrUnder(parent, zone.Origin))
            encloser = parent;
        return encloser == name
            ? records.FindAll(r => r.Name == name)
            : [.. records.FindAll(r => r.Name == $"*.{encloser}").Select(r => r with { Name = name })];
    }

    private static void Deny(Zone zone, string name, ImmutableList<DnsResource> atName, ImmutableList<DnsResource> records, DnsReply reply)
    {
        // A name with something below it exists, though it has no records of its own (RFC 8020).
        if (atName.IsEmpty && !records.Exists(r => DnsName.IsAtOrUnder(r.Name, name)))
            reply.Rcode = DnsRcode.NxDomain;
        reply.Authorities.Add(zone.Soa(records));
    }
}
