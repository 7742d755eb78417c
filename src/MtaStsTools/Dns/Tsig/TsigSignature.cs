using System.Buffers.Binary;
using System.Security.Cryptography;
using MtaStsTools.Dns.Messages;

namespace MtaStsTools.Dns.Tsig;

/// <summary>Signs requests and checks answers (TSIG, RFC 8945).</summary>
internal static class TsigSignature
{
    /// <summary>RFC 8945 §10 recommends 300 seconds.</summary>
    public const ushort Fudge = 300;

    /// <summary>Appends the signature of <paramref name="key"/> to a request and gives the MAC, which the answer's MAC covers.</summary>
    public static (byte[] Signed, byte[] Mac) Sign(byte[] message, TsigKey key, DateTimeOffset now)
    {
        var tsig = new TsigRecord
        {
            KeyName = key.WireName,
            AlgorithmName = WireName.FromText(key.Algorithm.ToName()),
            TimeSigned = checked((ulong)now.ToUnixTimeSeconds()),
            Fudge = Fudge,
            OriginalId = BinaryPrimitives.ReadUInt16BigEndian(message),
        };
        var mac = ComputeMac(key, requestMac: null, message, tsig);
        return (Append(message, tsig with { Mac = mac }), mac);
    }

    /// <summary>Checks the answer to a request that had the MAC <paramref name="requestMac"/>.</summary>
    public static TsigVerdict Verify(ReadOnlySpan<byte> octets, DnsMessage answer, TsigKey key, byte[] requestMac, DateTimeOffset now, out TsigRecord? tsig)
    {
        tsig = null;
        if (answer.Additional.Count == 0 || !TsigRecord.TryParse(answer.Additional[answer.Additional.Count - 1], out tsig))
            return TsigVerdict.Unsigned;

        if (tsig.Mac.Length == 0 && tsig.Error != DnsRcode.NoError)
            return TsigVerdict.Rejected;
        if (!tsig.KeyName.Equals(key.WireName) || !tsig.AlgorithmName.Equals(WireName.FromText(key.Algorithm.ToName())))
            return TsigVerdict.OtherKey;

        var expected = ComputeMac(key, requestMac, WithoutLastRecord(octets, answer.LastRecordOffset, tsig.OriginalId), tsig);
        if (tsig.Mac.Length > expected.Length || tsig.Mac.Length < Math.Max(10, expected.Length / 2))
            return TsigVerdict.MacLength;
        if (!FixedTimeStartsWith(expected, tsig.Mac))
            return TsigVerdict.WrongMac;

        var drift = now.ToUnixTimeSeconds() - (long)tsig.TimeSigned;
        return Math.Abs(drift) <= tsig.Fudge ? TsigVerdict.Good : TsigVerdict.Stale;
    }

    /// <summary>The MAC over the request's MAC (for an answer), the message without its TSIG, and the TSIG variables (RFC 8945 §4.3).</summary>
    internal static byte[] ComputeMac(TsigKey key, byte[]? requestMac, byte[] messageWithoutTsig, TsigRecord tsig)
    {
        var covered = new DnsWriter();
        covered.WriteOctets(tsig.KeyName.ToCanonicalOctets());
        covered.WriteUInt16((int)DnsClass.Any);
        covered.WriteUInt32(0);
        covered.WriteOctets(tsig.AlgorithmName.ToCanonicalOctets());
        covered.WriteUInt48(tsig.TimeSigned);
        covered.WriteUInt16(tsig.Fudge);
        covered.WriteUInt16((int)tsig.Error);
        covered.WriteUInt16(tsig.OtherData.Length);
        covered.WriteOctets(tsig.OtherData);

        using var mac = key.CreateMac();
        if (requestMac is not null)
        {
            mac.AppendData([(byte)(requestMac.Length >> 8), (byte)requestMac.Length]);
            mac.AppendData(requestMac);
        }

        mac.AppendData(messageWithoutTsig);
        mac.AppendData(covered.ToArray());
        return mac.GetHashAndReset();
    }

    internal static byte[] Append(byte[] message, TsigRecord tsig)
    {
        var writer = new DnsWriter();
        writer.WriteOctets(message);
        writer.WriteRecord(tsig.ToRecord());
        var signed = writer.ToArray();
        var additional = BinaryPrimitives.ReadUInt16BigEndian(signed.AsSpan(10));
        BinaryPrimitives.WriteUInt16BigEndian(signed.AsSpan(10), checked((ushort)(additional + 1)));
        return signed;
    }

    private static byte[] WithoutLastRecord(ReadOnlySpan<byte> octets, int lastRecordOffset, ushort originalId)
    {
        var message = octets.Slice(0, lastRecordOffset).ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(message, originalId);
        var additional = BinaryPrimitives.ReadUInt16BigEndian(message.AsSpan(10));
        BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(10), (ushort)(additional - 1));
        return message;
    }

    private static bool FixedTimeStartsWith(byte[] expected, byte[] mac)
    {
        var difference = 0;
        for (var i = 0; i < mac.Length; i++)
            difference |= expected[i] ^ mac[i];
        return difference == 0;
    }
}
