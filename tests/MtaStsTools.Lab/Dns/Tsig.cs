using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MtaStsTools.Lab.Dns;

/// <summary>The fields of a TSIG record (RFC 8945 §4.2) and where it began in its message.</summary>
internal sealed record TsigRecord(
    string KeyName, string Algorithm, ulong TimeSigned, ushort Fudge, byte[] Mac, ushort OriginalId,
    TsigError Error, byte[] Other, int Start)
{
    public static TsigRecord Parse(DnsResource resource, int start)
    {
        var reader = new DnsReader(resource.Data);
        var algorithm = reader.Name();
        var time = reader.U48();
        var fudge = reader.U16();
        var mac = reader.Take(reader.U16()).ToArray();
        var originalId = reader.U16();
        var error = (TsigError)reader.U16();
        var other = reader.Take(reader.U16()).ToArray();
        return new TsigRecord(resource.Name, algorithm, time, fudge, mac, originalId, error, other, start);
    }

    public DnsResource ToResource()
    {
        var writer = new DnsWriter();
        writer.Name(Algorithm);
        writer.U48(TimeSigned);
        writer.U16(Fudge);
        writer.U16(Mac.Length);
        writer.Bytes(Mac);
        writer.U16(OriginalId);
        writer.U16((int)Error);
        writer.U16(Other.Length);
        writer.Bytes(Other);
        return new DnsResource(KeyName, DnsType.Tsig, DnsClass.Any, 0, writer.ToArray());
    }
}

/// <summary>Checks requests and signs answers with the lab's keys (RFC 8945 §5).</summary>
internal sealed class TsigKeyring(IEnumerable<LabTsigKey> keys, TimeProvider clock)
{
    private readonly Dictionary<string, LabTsigKey> _keys = keys.ToDictionary(k => DnsName.Normalize(k.Name), StringComparer.Ordinal);

    public TsigError Verify(DnsMessage request)
    {
        var tsig = request.Tsig!;
        if (Find(tsig) is not { } key)
            return TsigError.BadKey;

        // What was signed: the message as it was before TSIG was added, with the original id.
        var signed = request.Wire.AsSpan(0, tsig.Start).ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(signed, tsig.OriginalId);
        var additionals = BinaryPrimitives.ReadUInt16BigEndian(signed.AsSpan(10));
        BinaryPrimitives.WriteUInt16BigEndian(signed.AsSpan(10), (ushort)(additionals - 1));
        var expected = Mac(key, requestMac: null, signed, tsig);
        if (tsig.Mac.Length < Math.Max(10, expected.Length / 2))
            return TsigError.BadTrunc;
        if (tsig.Mac.Length > expected.Length
            || !CryptographicOperations.FixedTimeEquals(expected.AsSpan(0, tsig.Mac.Length), tsig.Mac))
            return TsigError.BadSig;
        return Now() > tsig.TimeSigned + tsig.Fudge || Now() + tsig.Fudge < tsig.TimeSigned ? TsigError.BadTime : TsigError.None;
    }

    /// <summary>Appends the TSIG of an answer; BADKEY and BADSIG go out unsigned (RFC 8945 §5.3.2).</summary>
    public byte[] Sign(byte[] reply, TsigRecord request, TsigError error, bool spoil = false, TimeSpan clockAhead = default)
    {
        var badTime = error == TsigError.BadTime;
        var other = new byte[badTime ? 6 : 0];
        if (badTime)
        {
            var serverTime = Now() + (ulong)clockAhead.TotalSeconds;
            BinaryPrimitives.WriteUInt16BigEndian(other, (ushort)(serverTime >> 32));
            BinaryPrimitives.WriteUInt32BigEndian(other.AsSpan(2), (uint)serverTime);
        }

        var tsig = request with { Error = error, Mac = [], Other = other, TimeSigned = badTime ? request.TimeSigned : Now() };
        if (error is TsigError.None or TsigError.BadTime && Find(request) is { } key)
        {
            var mac = Mac(key, request.Mac, reply, tsig);
            if (spoil)
                mac[0] ^= 0xFF;
            tsig = tsig with { Mac = mac };
        }

        var writer = new DnsWriter();
        writer.Bytes(reply);
        writer.Resource(tsig.ToResource());
        var wire = writer.ToArray();
        var count = BinaryPrimitives.ReadUInt16BigEndian(wire.AsSpan(10));
        BinaryPrimitives.WriteUInt16BigEndian(wire.AsSpan(10), (ushort)(count + 1));
        return wire;
    }

    private LabTsigKey? Find(TsigRecord tsig) =>
        _keys.TryGetValue(tsig.KeyName, out var key) && key.Algorithm.Equals(DnsName.Normalize(AlgorithmLabel(tsig.Algorithm)), StringComparison.Ordinal)
            ? key
            : null;

    private static string AlgorithmLabel(string wireName) =>
        wireName == "hmac-md5.sig-alg.reg.int" ? "hmac-md5" : wireName;

    private ulong Now() => (ulong)clock.GetUtcNow().ToUnixTimeSeconds();

    private static byte[] Mac(LabTsigKey key, byte[]? requestMac, byte[] message, TsigRecord tsig)
    {
        var writer = new DnsWriter();
        if (requestMac is not null)
        {
            writer.U16(requestMac.Length);
            writer.Bytes(requestMac);
        }

        writer.Bytes(message);
        writer.Name(tsig.KeyName);
        writer.U16((int)DnsClass.Any);
        writer.U32(0);
        writer.Name(tsig.Algorithm);
        writer.U48(tsig.TimeSigned);
        writer.U16(tsig.Fudge);
        writer.U16((int)tsig.Error);
        writer.U16(tsig.Other.Length);
        writer.Bytes(tsig.Other);
        return key.Hash(writer.ToArray());
    }
}
