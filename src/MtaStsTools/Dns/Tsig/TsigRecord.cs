using System.Diagnostics.CodeAnalysis;
using MtaStsTools.Dns.Messages;

namespace MtaStsTools.Dns.Tsig;

/// <summary>The RDATA of a TSIG record (RFC 8945 §4.2).</summary>
internal sealed record TsigRecord
{
    public required WireName KeyName { get; init; }

    public required WireName AlgorithmName { get; init; }

    /// <summary>Seconds since 1970, 48 bits.</summary>
    public required ulong TimeSigned { get; init; }

    /// <summary>Seconds by which two clocks may differ.</summary>
    public required ushort Fudge { get; init; }

    public byte[] Mac { get; init; } = [];

    public required ushort OriginalId { get; init; }

    public DnsRcode Error { get; init; }

    /// <summary>With BADTIME, the server's clock in 48 bits; else empty.</summary>
    public byte[] OtherData { get; init; } = [];

    /// <summary>The server's clock, where it says so.</summary>
    public ulong? ServerTime
    {
        get
        {
            var reader = new DnsReader(OtherData);
            return OtherData.Length == 6 && reader.TryReadUInt48(out var time) ? time : null;
        }
    }

    public DnsRecord ToRecord()
    {
        var rdata = new DnsWriter();
        rdata.WriteName(AlgorithmName);
        rdata.WriteUInt48(TimeSigned);
        rdata.WriteUInt16(Fudge);
        rdata.WriteUInt16(Mac.Length);
        rdata.WriteOctets(Mac);
        rdata.WriteUInt16(OriginalId);
        rdata.WriteUInt16((int)Error);
        rdata.WriteUInt16(OtherData.Length);
        rdata.WriteOctets(OtherData);
        return new DnsRecord(KeyName, DnsRecordType.TSIG, DnsClass.Any, 0, rdata.ToArray());
    }

    public static bool TryParse(DnsRecord record, [NotNullWhen(true)] out TsigRecord? tsig)
    {
        tsig = null;
        if (record.Type != DnsRecordType.TSIG || record.Class != DnsClass.Any || record.Ttl != 0)
            return false;
        var reader = new DnsReader(record.Rdata);
        if (!reader.TryReadName(out var algorithm)
            || !reader.TryReadUInt48(out var time)
            || !reader.TryReadUInt16(out var fudge)
            || !reader.TryReadUInt16(out var macLength)
            || !reader.TryReadOctets(macLength, out var mac)
            || !reader.TryReadUInt16(out var originalId)
            || !reader.TryReadUInt16(out var error)
            || !reader.TryReadUInt16(out var otherLength)
            || !reader.TryReadOctets(otherLength, out var other)
            || reader.Remaining != 0)
        {
            return false;
        }

        tsig = new TsigRecord
        {
            KeyName = record.Name,
            AlgorithmName = algorithm,
            TimeSigned = time,
            Fudge = fudge,
            Mac = mac,
            OriginalId = originalId,
            Error = (DnsRcode)error,
            OtherData = other,
        };
        return true;
    }
}
