using System.Diagnostics.CodeAnalysis;

namespace MtaStsTools.Dns.Messages;

/// <summary>One resource record. Names inside <see cref="Rdata"/> are uncompressed for the types that we read, so that the octets stand alone.</summary>
internal sealed record DnsRecord(WireName Name, DnsRecordType Type, DnsClass Class, uint Ttl, byte[] Rdata)
{
    /// <summary>The one name of a CNAME, NS or DNAME, or the first of an SOA (its primary server).</summary>
    public WireName? Target
    {
        get
        {
            var reader = new DnsReader(Rdata);
            return Type is DnsRecordType.CNAME or DnsRecordType.NS or DnsRecordType.DNAME or DnsRecordType.SOA && reader.TryReadName(out var name) ? name : null;
        }
    }

    public static bool TryRead(ref DnsReader reader, ReadOnlySpan<byte> message, [NotNullWhen(true)] out DnsRecord? record)
    {
        record = null;
        if (!reader.TryReadName(out var name)
            || !reader.TryReadUInt16(out var type)
            || !reader.TryReadUInt16(out var @class)
            || !reader.TryReadUInt32(out var ttl)
            || !reader.TryReadUInt16(out var length)
            || reader.Remaining < length)
        {
            return false;
        }

        var end = reader.Position + length;
        if (!TryReadRdata(ref reader, message, (DnsRecordType)type, length, out var rdata) || reader.Position != end)
            return false;
        record = new DnsRecord(name, (DnsRecordType)type, (DnsClass)@class, ttl, rdata);
        return true;
    }

    private static bool TryReadRdata(ref DnsReader reader, ReadOnlySpan<byte> message, DnsRecordType type, int length, out byte[] rdata)
    {
        rdata = [];
        if (length == 0)
            return true;

        var end = reader.Position + length;
        var names = type switch
        {
            DnsRecordType.CNAME or DnsRecordType.NS or DnsRecordType.DNAME => 1,
            DnsRecordType.SOA => 2,
            _ => 0,
        };
        if (names == 0)
            return reader.TryReadOctets(length, out rdata);

        // The octets behind the RDATA are hidden from the name, but those before it are not: pointers go there.
        var expanded = new DnsWriter();
        var inside = new DnsReader(message.Slice(0, end));
        if (!inside.TrySkip(reader.Position))
            return false;
        for (var i = 0; i < names; i++)
        {
            if (!inside.TryReadName(out var name))
                return false;
            expanded.WriteName(name);
        }

        if (!inside.TryReadOctets(inside.Remaining, out var rest))
            return false;
        expanded.WriteOctets(rest);
        rdata = expanded.ToArray();
        return reader.TrySkip(length);
    }
}
