using System.Buffers.Binary;
using System.Security.Cryptography;
using MtaStsTools.Dns;
using MtaStsTools.Dns.Messages;
using MtaStsTools.Dns.Tsig;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing;

public sealed class TsigTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<TsigAlgorithm, string, int> Algorithms => new()
    {
        { TsigAlgorithm.HmacSha1, "hmac-sha1", 20 },
        { TsigAlgorithm.HmacSha256, "hmac-sha256", 32 },
        { TsigAlgorithm.HmacSha384, "hmac-sha384", 48 },
        { TsigAlgorithm.HmacSha512, "hmac-sha512", 64 },
    };

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void The_request_mac_is_the_hmac_over_message_and_variables(TsigAlgorithm algorithm, string name, int length)
    {
        using var key = TsigKey.FromBase64("Key.Example", Convert.ToBase64String(Secret), algorithm);
        var message = Message();

        var (signed, mac) = TsigSignature.Sign(message, key, Now);

        // RFC 8945 §4.3.3, put together by hand: message, then name, class ANY, TTL 0, algorithm, 48-bit time, fudge, error, other length.
        byte[] covered =
        [
            .. message,
            3, .. "key"u8, 7, .. "example"u8, 0, 0, 255, 0, 0, 0, 0,
            (byte)name.Length, .. System.Text.Encoding.ASCII.GetBytes(name), 0,
            .. Time(Now), 1, 44, 0, 0, 0, 0,
        ];
        Assert.Equal(Hmac(algorithm, covered), mac);
        Assert.Equal(length, mac.Length);
        Assert.True(DnsMessage.TryParse(signed, out var parsed));
        Assert.True(TsigRecord.TryParse(parsed.Additional[^1], out var tsig));
        Assert.Equal((mac.Length, 300, 0x1234, DnsRcode.NoError), (tsig.Mac.Length, tsig.Fudge, tsig.OriginalId, tsig.Error));
        Assert.Equal(message, signed[..10].Concat(new byte[] { 0, 0 }).Concat(signed[12..parsed.LastRecordOffset]));
    }

    [Fact]
    public void The_known_mac_of_a_fixed_message_does_not_change()
    {
        using var key = Key();
        var mac = TsigSignature.Sign(Message(), key, Now).Mac;
        Assert.Equal("ED79AF1EFC2EB6E6BFC4109E383F0517028EDA6D2C23788E3861B0DC78ADE4A4", Convert.ToHexString(mac));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void An_answer_holds_when_its_mac_covers_the_request_mac(TsigAlgorithm algorithm, string name, int length)
    {
        using var key = TsigKey.FromBase64("key.example", Convert.ToBase64String(Secret), algorithm);
        var requestMac = TsigSignature.Sign(Message(), key, Now).Mac;
        Assert.Equal((name, length), (key.Algorithm.ToName(), requestMac.Length));
        Assert.Equal(TsigVerdict.Good, Verify(Answer(key, requestMac), key, requestMac));
        Assert.Equal(TsigVerdict.WrongMac, Verify(Answer(key, [1, 2, 3]), key, requestMac));
    }

    [Fact]
    public void An_answer_of_another_key_or_secret_does_not_hold()
    {
        using var key = Key();
        using var otherName = TsigKey.FromBase64("other.example", Convert.ToBase64String(Secret));
        using var otherAlgorithm = TsigKey.FromBase64("key.example", Convert.ToBase64String(Secret), TsigAlgorithm.HmacSha512);
        using var otherSecret = TsigKey.FromBase64("key.example", Convert.ToBase64String(new byte[32]));
        Assert.Equal(TsigVerdict.OtherKey, Verify(Answer(otherName, []), key, []));
        Assert.Equal(TsigVerdict.OtherKey, Verify(Answer(otherAlgorithm, []), key, []));
        Assert.Equal(TsigVerdict.WrongMac, Verify(Answer(otherSecret, []), key, []));
    }

    [Fact]
    public void Every_octet_of_an_answer_is_covered()
    {
        using var key = Key();
        var octets = Answer(key, []);
        for (var i = 0; i < octets.Length; i++)
        {
            // The id is not: a forwarder may change it, and the original one is in the record.
            if (i < 2)
                continue;
            octets[i] ^= 1;
            if (DnsMessage.TryParse(octets, out var answer))
                Assert.NotEqual(TsigVerdict.Good, TsigSignature.Verify(octets, answer, key, [], Now, out _));
            octets[i] ^= 1;
        }

        Assert.Equal(TsigVerdict.Good, Verify(octets, key, []));
    }

    [Theory]
    [InlineData(TsigAlgorithm.HmacSha256, 32, true)]
    [InlineData(TsigAlgorithm.HmacSha256, 16, true)]
    [InlineData(TsigAlgorithm.HmacSha256, 15, false)]
    [InlineData(TsigAlgorithm.HmacSha1, 10, true)]
    [InlineData(TsigAlgorithm.HmacSha1, 9, false)]
    [InlineData(TsigAlgorithm.HmacSha512, 32, true)]
    [InlineData(TsigAlgorithm.HmacSha512, 31, false)]
    [InlineData(TsigAlgorithm.HmacSha256, 0, false)]
    public void A_mac_may_be_cut_to_half_the_hash_and_ten_octets(TsigAlgorithm algorithm, int length, bool allowed)
    {
        using var key = TsigKey.FromBase64("key.example", Convert.ToBase64String(Secret), algorithm);
        Assert.Equal(allowed ? TsigVerdict.Good : TsigVerdict.MacLength, Verify(Answer(key, [], cut: length), key, []));
    }

    [Fact]
    public void A_mac_longer_than_the_hash_does_not_hold()
    {
        using var key = Key();
        var tsig = Record(key, Now);
        var mac = TsigSignature.ComputeMac(key, [], Message(), tsig);
        Assert.Equal(TsigVerdict.MacLength, Verify(TsigSignature.Append(Message(), tsig with { Mac = [.. mac, 0] }), key, []));
    }

    [Theory]
    [InlineData(300, "Good")]
    [InlineData(-300, "Good")]
    [InlineData(301, "Stale")]
    [InlineData(-301, "Stale")]
    public void The_window_is_the_fudge_to_the_second(int drift, string expected)
    {
        using var key = Key();
        Assert.Equal(expected, Verify(Answer(key, [], time: Now.AddSeconds(drift)), key, []).ToString());
    }

    [Fact]
    public void A_rejection_without_mac_is_no_forgery()
    {
        using var key = Key();
        var rejected = TsigSignature.Append(Message(), Record(key, Now) with { Error = DnsRcode.BadKey });
        Assert.Equal(TsigVerdict.Rejected, Verify(rejected, key, []));
    }

    [Fact]
    public void A_tsig_that_is_not_the_last_record_is_none()
    {
        using var key = Key();
        var octets = Answer(key, []);
        octets = [.. octets, 0, 0, 41, 4, 208, 0, 0, 0, 0, 0, 0];
        octets[11]++;
        Assert.Equal(TsigVerdict.Unsigned, Verify(octets, key, []));
        Assert.Equal(TsigVerdict.Unsigned, Verify(Message(), key, []));
    }

    private static byte[] Message() => new DnsMessage { Id = 0x1234, Opcode = DnsOpcode.Update, Question = (WireName.FromText("example.com"), DnsRecordType.SOA, DnsClass.IN) }.ToArray();

    private static TsigKey Key() => TsigKey.FromBase64("key.example", Convert.ToBase64String(Secret));

    private static TsigRecord Record(TsigKey key, DateTimeOffset time) => new()
    {
        KeyName = key.WireName,
        AlgorithmName = WireName.FromText(key.Algorithm.ToName()),
        TimeSigned = (ulong)time.ToUnixTimeSeconds(),
        Fudge = TsigSignature.Fudge,
        OriginalId = 0x1234,
    };

    private static byte[] Answer(TsigKey key, byte[] requestMac, int? cut = null, DateTimeOffset? time = null)
    {
        var tsig = Record(key, time ?? Now);
        var mac = TsigSignature.ComputeMac(key, requestMac, Message(), tsig);
        return TsigSignature.Append(Message(), tsig with { Mac = mac[..(cut ?? mac.Length)] });
    }

    private static TsigVerdict Verify(byte[] octets, TsigKey key, byte[] requestMac)
    {
        Assert.True(DnsMessage.TryParse(octets, out var answer));
        return TsigSignature.Verify(octets, answer, key, requestMac, Now, out _);
    }

    private static byte[] Time(DateTimeOffset time)
    {
        var octets = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(octets, time.ToUnixTimeSeconds());
        return octets[2..];
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "RFC 8945 §6 still lists hmac-sha1, for old servers.")]
    private static byte[] Hmac(TsigAlgorithm algorithm, byte[] data) => algorithm switch
    {
        TsigAlgorithm.HmacSha1 => HMACSHA1.HashData(Secret, data),
        TsigAlgorithm.HmacSha256 => HMACSHA256.HashData(Secret, data),
        TsigAlgorithm.HmacSha384 => HMACSHA384.HashData(Secret, data),
        _ => HMACSHA512.HashData(Secret, data),
    };
}
