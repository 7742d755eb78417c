using MtaStsTools.Dns.Messages;

namespace MtaStsTools.Publishing.Dns.ZoneFile;

/// <summary>A zone as its files hold it.</summary>
internal sealed class ZoneContent
{
    /// <summary>The zone's own file first.</summary>
    public required IReadOnlyList<ZoneSource> Sources { get; init; }

    /// <summary>Every record, in the order in which a server reads them.</summary>
    public required IReadOnlyList<ZoneRecord> Records { get; init; }

    /// <summary>The names that $GENERATE may make, as their patterns.</summary>
    public required IReadOnlyList<GeneratedNames> Generated { get; init; }

    public required ZoneRecord Soa { get; init; }

    public WireName Zone => Soa.Owner;

    public bool IsSigned => Records.Any(record => record.Type == "RRSIG");

    public IEnumerable<ZoneRecord> At(WireName name) => Records.Where(record => record.IsInternet && record.Owner.Equals(name));

    public IReadOnlyList<ZoneRecord> Texts(WireName name) => [.. At(name).Where(record => record.Txt is not null)];

    public ZoneRecord? Alias(WireName name) => At(name).FirstOrDefault(record => record.Type == "CNAME");

    /// <summary>The name at or above <paramref name="name"/> at which another zone or tree begins; null where there is none below the apex.</summary>
    public WireName? CutAbove(WireName name)
    {
        for (var at = name; !at.Equals(Zone) && !at.IsRoot; at = at.Parent)
        {
            if (At(at).Any(record => record.Type == "NS" || (record.Type == "DNAME" && !at.Equals(name))))
                return at;
        }

        return null;
    }
}
