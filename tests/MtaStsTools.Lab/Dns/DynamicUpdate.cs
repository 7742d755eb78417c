using System.Collections.Immutable;

namespace MtaStsTools.Lab.Dns;

/// <summary>Carries out an update request on one zone: RFC 2136 §3.2 to §3.4, all or nothing.</summary>
internal static class DynamicUpdate
{
    public static DnsRcode Apply(Zone zone, DnsMessage request) => zone.Change(records =>
    {
        var rcode = CheckPrerequisites(zone, request.Answers, records);
        if (rcode == DnsRcode.NoError)
            rcode = Prescan(zone, request.Authorities);
        return rcode == DnsRcode.NoError ? (rcode, Execute(zone, request.Authorities, records)) : (rcode, records);
    });

    private static DnsRcode CheckPrerequisites(Zone zone, List<DnsResource> prerequisites, ImmutableList<DnsResource> records)
    {
        var required = new List<DnsResource>();
        foreach (var prerequisite in prerequisites)
        {
            if (prerequisite.Ttl != 0)
                return DnsRcode.FormErr;
            if (!DnsName.IsAtOrUnder(prerequisite.Name, zone.Origin))
                return DnsRcode.NotZone;
            if (prerequisite.Class == DnsClass.In)
            {
                required.Add(prerequisite);
                continue;
            }

            if (prerequisite.Data.Length != 0 || prerequisite.Class is not (DnsClass.Any or DnsClass.None))
                return DnsRcode.FormErr;
            var rcode = CheckExistence(prerequisite, records);
            if (rcode != DnsRcode.NoError)
                return rcode;
        }

        return required
            .GroupBy(r => (r.Name, r.Type))
            .All(set => SameSet([.. set], records.FindAll(r => r.Name == set.Key.Name && r.Type == set.Key.Type)))
            ? DnsRcode.NoError
            : DnsRcode.NxRrset;
    }

    private static DnsRcode CheckExistence(DnsResource prerequisite, ImmutableList<DnsResource> records)
    {
        var anyType = prerequisite.Type == DnsType.Any;
        var exists = records.Exists(r => r.Name == prerequisite.Name && (anyType || r.Type == prerequisite.Type));
        return (prerequisite.Class == DnsClass.Any, exists) switch
        {
            (true, false) => anyType ? DnsRcode.NxDomain : DnsRcode.NxRrset,
            (false, true) => anyType ? DnsRcode.YxDomain : DnsRcode.YxRrset,
            _ => DnsRcode.NoError,
        };
    }

    private static bool SameSet(List<DnsResource> wanted, ImmutableList<DnsResource> present) =>
        wanted.TrueForAll(w => present.Exists(p => SameData(w, p)))
        && present.TrueForAll(p => wanted.Exists(w => SameData(w, p)));

    private static DnsRcode Prescan(Zone zone, List<DnsResource> updates)
    {
        foreach (var update in updates)
        {
            if (!DnsName.IsAtOrUnder(update.Name, zone.Origin))
                return DnsRcode.NotZone;
            var meta = update.Type is DnsType.Opt or DnsType.Tsig or DnsType.Ixfr or DnsType.Axfr or DnsType.MailA or DnsType.MailB;
            var wellFormed = update.Class switch
            {
                DnsClass.In => !meta && update.Type != DnsType.Any && update.Data.Length > 0,
                DnsClass.Any => !meta && update.Ttl == 0 && update.Data.Length == 0,
                DnsClass.None => !meta && update.Type != DnsType.Any && update.Ttl == 0,
                _ => false,
            };
            if (!wellFormed)
                return DnsRcode.FormErr;
        }

        return DnsRcode.NoError;
    }

    private static ImmutableList<DnsResource> Execute(Zone zone, List<DnsResource> updates, ImmutableList<DnsResource> records)
    {
        foreach (var update in updates)
        {
            var protectedSet = update.Name == zone.Origin && update.Type is DnsType.Soa or DnsType.Ns && update.Name == zone.Origin;
            records = update.Class switch
            {
                DnsClass.In => Add(update, records),
                DnsClass.Any when update.Type == DnsType.Any => records.RemoveAll(r =>
                    r.Name == update.Name && !(r.Name == zone.Origin && r.Type is DnsType.Soa or DnsType.Ns)),
                DnsClass.Any when !protectedSet => records.RemoveAll(r => r.Name == update.Name && r.Type == update.Type),
                DnsClass.None when update.Type != DnsType.Soa && !IsLastNameServer(zone, update, records) => records.RemoveAll(r =>
                    r.Name == update.Name && r.Type == update.Type && SameData(r, update)),
                _ => records,
            };
        }

        return records;
    }

    private static ImmutableList<DnsResource> Add(DnsResource added, ImmutableList<DnsResource> records)
    {
        var atName = records.FindAll(r => r.Name == added.Name);
        var clash = added.Type == DnsType.Cname
            ? atName.Exists(r => r.Type != DnsType.Cname)
            : atName.Exists(r => r.Type == DnsType.Cname);
        if (clash || (added.Type == DnsType.Soa))
            return records;

        // One RRset has one TTL (RFC 2181 §5.2): the newest.
        var set = atName.FindAll(r => r.Type == added.Type);
        foreach (var member in set)
        {
            records = added.Type == DnsType.Cname || SameData(member, added)
                ? records.Remove(member)
                : records.Replace(member, member with { Ttl = added.Ttl });
        }

        return records.Add(added);
    }

    private static bool IsLastNameServer(Zone zone, DnsResource update, ImmutableList<DnsResource> records) =>
        update.Type == DnsType.Ns && update.Name == zone.Origin
        && records.FindAll(r => r.Name == zone.Origin && r.Type == DnsType.Ns) is [var only] && SameData(only, update);

    private static bool SameData(DnsResource left, DnsResource right) => left.Data.AsSpan().SequenceEqual(right.Data);
}
