using System.Buffers.Binary;

namespace MtaStsTools.Dns.Messages;

/// <summary>Reads a DNS message front to back. Every step says whether the octets were there; none throws, whatever the octets.</summary>
internal ref struct DnsReader(ReadOnlySpan<byte> message)
{
    private readonly ReadOnlySpan<byte> _message = message;

    public int Position { get; private set; }

    public readonly int Remaining => _message.Length - Position;

    public bool TryReadUInt16(out ushort value)
    {
        value = 0;
        if (Remaining < 2)
            return false;
        value = BinaryPrimitives.ReadUInt16BigEndian(_message.Slice(Position));
        Position += 2;
        return true;
    }

    public bool TryReadUInt32(out uint value)
    {
        value = 0;
        if (Remaining < 4)
            return false;
        value = BinaryPrimitives.ReadUInt32BigEndian(_message.Slice(Position));
        Position += 4;
        return true;
    }

    public bool TryReadUInt48(out ulong value)
    {
        value = 0;
        if (Remaining < 6 || !TryReadUInt16(out var high) || !TryReadUInt32(out var low))
            return false;
        value = ((ulong)high << 32) | low;
        return true;
    }

    public bool TrySkip(int count)
    {
        if (count < 0 || Remaining < count)
            return false;
        Position += count;
        return true;
    }

    public bool TryReadOctets(int count, out byte[] octets)
    {
        octets = [];
        if (count < 0 || Remaining < count)
            return false;
        octets = _message.Slice(Position, count).ToArray();
        Position += count;
        return true;
    }

    /// <summary>
    /// Reads a name and follows compression (RFC 1035 §4.1.4). A pointer must point before the place where its run of labels began,
    /// so each jump goes strictly backwards and a loop cannot be written.
    /// </summary>
    public bool TryReadName([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out WireName? name)
    {
        name = null;
        Span<byte> octets = stackalloc byte[WireName.MaxLength];
        var length = 0;
        var at = Position;
        var runStart = at;
        var end = -1;
        while (at < _message.Length)
        {
            var head = _message[at];
            if (head == 0)
            {
                octets[length++] = 0;
                Position = end < 0 ? at + 1 : end;
                name = WireName.FromCheckedOctets(octets.Slice(0, length).ToArray());
                return true;
            }

            if ((head & 0xC0) == 0xC0)
            {
                if (at + 1 >= _message.Length)
                    return false;
                var target = ((head & 0x3F) << 8) | _message[at + 1];
                if (target >= runStart)
                    return false;
                if (end < 0)
                    end = at + 2;
                at = runStart = target;
                continue;
            }

            // One octet stays free for the root.
            if (head > WireName.MaxLabelLength || at + 1 + head > _message.Length || length + 1 + head >= WireName.MaxLength)
                return false;
            _message.Slice(at, 1 + head).CopyTo(octets.Slice(length));
            length += 1 + head;
            at += 1 + head;
        }

        return false;
    }
}
