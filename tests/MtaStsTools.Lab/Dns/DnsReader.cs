using System.Buffers.Binary;
using System.Text;

namespace MtaStsTools.Lab.Dns;

/// <summary>A message that cannot be read (answered with FORMERR, or not at all).</summary>
internal sealed class DnsFormatException(string message) : Exception(message);

/// <summary>Reads the wire form of RFC 1035 §4; every read is checked against the end of the message.</summary>
internal ref struct DnsReader(ReadOnlySpan<byte> message)
{
    private const int MaxPointers = 32;
    private readonly ReadOnlySpan<byte> _message = message;

    public int Position { get; set; }

    public byte U8() => Take(1)[0];

    public ushort U16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint U32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public ulong U48() => ((ulong)U16() << 32) | U32();

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > _message.Length - Position)
            throw new DnsFormatException("The message ends early.");
        var span = _message.Slice(Position, count);
        Position += count;
        return span;
    }

    public string Name()
    {
        var text = new StringBuilder();
        var pointers = 0;
        var resume = -1;
        while (true)
        {
            var length = U8();
            if (length == 0)
                break;
            if (length >= 0xC0)
            {
                var target = ((length & 0x3F) << 8) | U8();
                if (resume < 0)
                    resume = Position;
                if (++pointers > MaxPointers || target >= _message.Length)
                    throw new DnsFormatException("A compression pointer leads nowhere.");
                Position = target;
                continue;
            }

            if (length > 63 || text.Length + length > 254)
                throw new DnsFormatException("A label or name is too long.");
            if (text.Length > 0)
                text.Append('.');
            text.Append(Encoding.Latin1.GetString(Take(length)));
        }

        if (resume >= 0)
            Position = resume;
        return text.ToString().ToLowerInvariant();
    }

    /// <summary>Record data with the names of the types that may be compressed (RFC 3597 §4) written out in full.</summary>
    public byte[] RecordData(DnsType type, int length)
    {
        var end = Position + length;
        if (end > _message.Length)
            throw new DnsFormatException("Record data passes the end of the message.");
        if (length == 0 || type is not (DnsType.Ns or DnsType.Cname or DnsType.Mx or DnsType.Soa))
            return Take(length).ToArray();

        var writer = new DnsWriter();
        if (type == DnsType.Mx)
            writer.U16(U16());
        writer.Name(Name());
        if (type == DnsType.Soa)
        {
            writer.Name(Name());
            writer.Bytes(Take(20));
        }

        if (Position != end)
            throw new DnsFormatException("Record data has the wrong length.");
        return writer.ToArray();
    }
}
