using System.Buffers.Binary;

namespace MtaStsTools.Dns.Messages;

/// <summary>Writes a DNS message front to back, names uncompressed: an UPDATE is small, and TSIG needs them so (RFC 8945 §4.2).</summary>
internal sealed class DnsWriter
{
    private byte[] _buffer = new byte[512];

    public int Length { get; private set; }

    public byte[] ToArray() => _buffer.AsSpan(0, Length).ToArray();

    public void WriteUInt16(int value) => BinaryPrimitives.WriteUInt16BigEndian(Reserve(2), checked((ushort)value));

    public void WriteUInt32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Reserve(4), value);

    /// <summary>Seconds since 1970 in 48 bits, as TSIG has them.</summary>
    public void WriteUInt48(ulong value)
    {
        WriteUInt16((int)((value >> 32) & 0xFFFF));
        WriteUInt32((uint)value);
    }

    public void WriteOctets(ReadOnlySpan<byte> octets) => octets.CopyTo(Reserve(octets.Length));

    public void WriteName(WireName name) => WriteOctets(name.Octets);

    public void WriteRecord(DnsRecord record)
    {
        WriteName(record.Name);
        WriteUInt16((int)record.Type);
        WriteUInt16((int)record.Class);
        WriteUInt32(record.Ttl);
        WriteUInt16(record.Rdata.Length);
        WriteOctets(record.Rdata);
    }

    private Span<byte> Reserve(int count)
    {
        if (Length + count > DnsMessage.MaxLength)
            throw new InvalidOperationException($"A DNS message has at most {DnsMessage.MaxLength} octets.");
        if (Length + count > _buffer.Length)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + count));
        var span = _buffer.AsSpan(Length, count);
        Length += count;
        return span;
    }
}
