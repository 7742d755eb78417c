using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace MtaStsTools.Lab.Dns;

/// <summary>Writes the wire form of RFC 1035 §4, names uncompressed.</summary>
internal sealed class DnsWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new(512);

    public int Length => _buffer.WrittenCount;

    public void U8(byte value) => _buffer.Write([value]);

    public void U16(int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_buffer.GetSpan(2), (ushort)value);
        _buffer.Advance(2);
    }

    public void U32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_buffer.GetSpan(4), value);
        _buffer.Advance(4);
    }

    public void U48(ulong value)
    {
        U16((ushort)(value >> 32));
        U32((uint)value);
    }

    public void Bytes(ReadOnlySpan<byte> value) => _buffer.Write(value);

    public void Name(string name)
    {
        if (name.Length > 0)
        {
            foreach (var label in name.Split('.'))
            {
                if (label.Length is 0 or > 63)
                    throw new ArgumentException($"'{name}' is not a name that DNS can carry.", nameof(name));
                U8((byte)label.Length);
                Bytes(Encoding.Latin1.GetBytes(label));
            }
        }

        U8(0);
    }

    public void Resource(DnsResource resource)
    {
        Name(resource.Name);
        U16((int)resource.Type);
        U16((int)resource.Class);
        U32(resource.Ttl);
        U16(resource.Data.Length);
        Bytes(resource.Data);
    }

    public byte[] ToArray() => _buffer.WrittenSpan.ToArray();
}
