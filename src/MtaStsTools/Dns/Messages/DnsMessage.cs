using System.Diagnostics.CodeAnalysis;

namespace MtaStsTools.Dns.Messages;

/// <summary>
/// A DNS message. In an UPDATE (RFC 2136 §2) the four sections carry the zone, the prerequisites, the changes and additional data;
/// in a query, the question, the answers, the authority and additional data.
/// </summary>
internal sealed record DnsMessage
{
    /// <summary>What the two length octets of DNS over TCP can say (RFC 1035 §4.2.2).</summary>
    public const int MaxLength = 65535;

    public const int HeaderLength = 12;

    private const int ResponseBit = 0x8000;
    private const int AuthoritativeBit = 0x0400;
    private const int TruncatedBit = 0x0200;

    public required ushort Id { get; init; }

    public DnsOpcode Opcode { get; init; }

    public bool IsResponse { get; init; }

    public bool IsAuthoritative { get; init; }

    public bool IsTruncated { get; init; }

    public DnsRcode Rcode { get; init; }

    /// <summary>The name and type that is asked about; for an UPDATE, the zone and SOA. Null where the section is empty.</summary>
    public (WireName Name, DnsRecordType Type, DnsClass Class)? Question { get; init; }

    /// <summary>Answers, or the prerequisites of an UPDATE.</summary>
    public IReadOnlyList<DnsRecord> Answers { get; init; } = [];

    /// <summary>Authority, or the changes of an UPDATE.</summary>
    public IReadOnlyList<DnsRecord> Authority { get; init; } = [];

    public IReadOnlyList<DnsRecord> Additional { get; init; } = [];

    /// <summary>Where the last additional record begins: a TSIG must be that one, and is computed over what stands before it.</summary>
    public int LastRecordOffset { get; init; }

    public byte[] ToArray()
    {
        var writer = new DnsWriter();
        writer.WriteUInt16(Id);
        writer.WriteUInt16((IsResponse ? ResponseBit : 0) | ((int)Opcode << 11) | (IsAuthoritative ? AuthoritativeBit : 0) | (IsTruncated ? TruncatedBit : 0) | (int)Rcode);
        writer.WriteUInt16(Question is null ? 0 : 1);
        writer.WriteUInt16(Answers.Count);
        writer.WriteUInt16(Authority.Count);
        writer.WriteUInt16(Additional.Count);
        if (Question is { } question)
        {
            writer.WriteName(question.Name);
            writer.WriteUInt16((int)question.Type);
            writer.WriteUInt16((int)question.Class);
        }

        foreach (var section in new[] { Answers, Authority, Additional })
        {
            foreach (var record in section)
                writer.WriteRecord(record);
        }

        return writer.ToArray();
    }

    /// <summary>Reads a whole message; false when it breaks off, has a malformed name, more than one question or octets left over.</summary>
    public static bool TryParse(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out DnsMessage? message)
    {
        message = null;
        var reader = new DnsReader(octets);
        if (!reader.TryReadUInt16(out var id)
            || !reader.TryReadUInt16(out var flags)
            || !reader.TryReadUInt16(out var questions)
            || !reader.TryReadUInt16(out var answers)
            || !reader.TryReadUInt16(out var authority)
            || !reader.TryReadUInt16(out var additional)
            || questions > 1)
        {
            return false;
        }

        (WireName, DnsRecordType, DnsClass)? question = null;
        if (questions == 1)
        {
            if (!reader.TryReadName(out var name) || !reader.TryReadUInt16(out var type) || !reader.TryReadUInt16(out var @class))
                return false;
            question = (name, (DnsRecordType)type, (DnsClass)@class);
        }

        var last = reader.Position;
        if (!TryReadSection(ref reader, octets, answers, ref last, out var answerRecords)
            || !TryReadSection(ref reader, octets, authority, ref last, out var authorityRecords)
            || !TryReadSection(ref reader, octets, additional, ref last, out var additionalRecords)
            || reader.Remaining != 0)
        {
            return false;
        }

        message = new DnsMessage
        {
            Id = id,
            Opcode = (DnsOpcode)((flags >> 11) & 0xF),
            IsResponse = (flags & ResponseBit) != 0,
            IsAuthoritative = (flags & AuthoritativeBit) != 0,
            IsTruncated = (flags & TruncatedBit) != 0,
            Rcode = (DnsRcode)(flags & 0xF),
            Question = question,
            Answers = answerRecords,
            Authority = authorityRecords,
            Additional = additionalRecords,
            LastRecordOffset = last,
        };
        return true;
    }

    private static bool TryReadSection(ref DnsReader reader, ReadOnlySpan<byte> octets, int count, ref int last, out List<DnsRecord> records)
    {
        records = [];
        for (var i = 0; i < count; i++)
        {
            last = reader.Position;
            if (!DnsRecord.TryRead(ref reader, octets, out var record))
                return false;
            records.Add(record);
        }

        return true;
    }
}
