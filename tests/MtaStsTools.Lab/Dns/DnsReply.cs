using System.Buffers.Binary;

namespace MtaStsTools.Lab.Dns;

/// <summary>The answer under construction; <see cref="Encode"/> gives its octets.</summary>
internal sealed class DnsReply(DnsMessage request)
{
    public DnsRcode Rcode { get; set; }

    public ushort Flags { get; set; } = DnsFlags.Authoritative;

    public List<DnsResource> Answers { get; } = [];

    public List<DnsResource> Authorities { get; } = [];

    public byte[] Encode()
    {
        var kept = (ushort)(request.Flags & (DnsFlags.OpcodeMask | DnsFlags.RecursionDesired | DnsFlags.CheckingDisabled));
        var writer = new DnsWriter();
        writer.U16(request.Id);
        writer.U16((ushort)(DnsFlags.Response | kept | Flags | (int)Rcode));
        writer.U16(request.Questions.Count);
        writer.U16(Answers.Count);
        writer.U16(Authorities.Count);
        writer.U16(request.Opt is null ? 0 : 1);
        // The question is echoed octet for octet, so that a client's mixed case survives.
        writer.Bytes(request.Wire.AsSpan(12, request.QuestionEnd - 12));
        Answers.ForEach(writer.Resource);
        Authorities.ForEach(writer.Resource);
        if (request.Opt is { } opt)
            writer.Resource(new DnsResource("", DnsType.Opt, (DnsClass)4096, opt.Ttl & 0x8000, []));
        return writer.ToArray();
    }

    /// <summary>The same answer emptied, with TC set: ask again over TCP (RFC 1035 §4.2.1, RFC 2181 §9).</summary>
    public byte[] EncodeTruncated() =>
        new DnsReply(request) { Rcode = Rcode, Flags = (ushort)(Flags | DnsFlags.Truncated) }.Encode();

    /// <summary>FORMERR for octets that could not be parsed; nothing when not even a header is there.</summary>
    public static byte[]? FormatError(ReadOnlySpan<byte> wire)
    {
        if (wire.Length < 12 || (wire[2] & 0x80) != 0)
            return null;
        var reply = new byte[12];
        wire[..4].CopyTo(reply);
        var flags = BinaryPrimitives.ReadUInt16BigEndian(wire[2..]);
        BinaryPrimitives.WriteUInt16BigEndian(
            reply.AsSpan(2), (ushort)(DnsFlags.Response | (flags & DnsFlags.OpcodeMask) | (int)DnsRcode.FormErr));
        return reply;
    }
}
