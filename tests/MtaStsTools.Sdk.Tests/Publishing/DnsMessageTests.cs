using MtaStsTools.Dns;
using MtaStsTools.Dns.Messages;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing;

public sealed class DnsMessageTests
{
    private static readonly WireName Zone = WireName.FromText("example.com");

    [Fact]
    public void A_message_comes_back_as_it_was_written()
    {
        var message = new DnsMessage
        {
            Id = 0xBEEF,
            Opcode = DnsOpcode.Update,
            IsResponse = true,
            IsAuthoritative = true,
            Rcode = DnsRcode.NXRRSet,
            Question = (Zone, DnsRecordType.SOA, DnsClass.IN),
            Answers = [new DnsRecord(Zone, DnsRecordType.TXT, DnsClass.None, 0, [])],
            Authority = [new DnsRecord(Zone, DnsRecordType.TXT, DnsClass.IN, 3600, [1, (byte)'x'])],
            Additional = [new DnsRecord(WireName.Root, (DnsRecordType)41, (DnsClass)1232, 0, [])],
        };

        Assert.True(DnsMessage.TryParse(message.ToArray(), out var parsed));
        Assert.Equal(message.ToArray(), parsed.ToArray());
        Assert.Equal((message.Id, message.Opcode, message.Rcode, true, true, false), (parsed.Id, parsed.Opcode, parsed.Rcode, parsed.IsResponse, parsed.IsAuthoritative, parsed.IsTruncated));
        Assert.Equal(3600u, parsed.Authority[0].Ttl);
    }

    [Fact]
    public void Names_in_record_data_are_expanded_so_that_the_data_stands_alone()
    {
        byte[] octets =
        [
            .. Header(answers: 1),
            7, .. "example"u8, 3, .. "com"u8, 0, 0, 6, 0, 1, // question at 12
            0xC0, 12, 0, 6, 0, 1, 0, 0, 0, 60, 0, 26, // SOA of the question's name
            2, .. "ns"u8, 0xC0, 12, 0, .. new byte[20],
        ];
        Assert.True(DnsMessage.TryParse(octets, out var message));
        Assert.Equal("ns.example.com", message.Answers[0].Target?.ToString());
        Assert.Equal(16 + 1 + 20, message.Answers[0].Rdata.Length);
    }

    [Theory]
    [InlineData(new byte[] { 0xC0, 12 })] // points at itself
    [InlineData(new byte[] { 0xC0, 14, 0 })] // points forwards
    [InlineData(new byte[] { 1, (byte)'a', 0xC0, 12 })] // points at the start of its own run
    [InlineData(new byte[] { 0xC0 })] // breaks off
    [InlineData(new byte[] { 0x40, 0 })] // reserved label type
    [InlineData(new byte[] { 5, (byte)'a' })] // label past the end
    public void A_malformed_name_is_told_and_does_not_loop(byte[] name) =>
        Assert.False(DnsMessage.TryParse([.. Header(answers: 0), .. name, 0, 16, 0, 1], out _));

    [Fact]
    public void A_name_that_grows_past_255_octets_by_pointers_is_refused()
    {
        var octets = new List<byte>(new byte[12]);
        var previous = -1;
        for (var i = 0; i < 5; i++)
        {
            var start = octets.Count;
            octets.Add(63);
            octets.AddRange(Enumerable.Repeat((byte)'a', 63));
            octets.AddRange(previous < 0 ? [0] : [(byte)(0xC0 | (previous >> 8)), (byte)previous]);
            previous = start;
        }

        var names = 0;
        var reader = new DnsReader([.. octets]);
        Assert.True(reader.TrySkip(12));
        while (reader.TryReadName(out _))
            names++;
        Assert.Equal(3, names);
    }

    [Fact]
    public void A_pointer_reaches_behind_the_first_256_octets()
    {
        byte[] wide = [0, 0, 16, 0, 1, 0, 0, 0, 60, 1, 44, .. new byte[300]];
        byte[] named = [2, .. "ns"u8, 0, 0, 16, 0, 1, 0, 0, 0, 60, 0, 0];
        var target = 12 + wide.Length;
        byte[] octets =
        [
            0, 1, 0x84, 0, 0, 0, 0, 3, 0, 0, 0, 0,
            .. wide, .. named,
            (byte)(0xC0 | (target >> 8)), (byte)target, 0, 16, 0, 1, 0, 0, 0, 60, 0, 0,
        ];
        Assert.True(DnsMessage.TryParse(octets, out var message));
        Assert.Equal(["ns", "ns"], message.Answers.Skip(1).Select(record => record.Name.ToString()), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(61, true)]
    [InlineData(62, false)]
    public void A_name_has_at_most_255_octets_with_the_root(int last, bool fits)
    {
        byte[] octets = [.. new[] { 63, 63, 63, last }.SelectMany(length => Enumerable.Repeat((byte)'a', length).Prepend((byte)length)), 0];
        var reader = new DnsReader(octets);
        Assert.Equal(fits, reader.TryReadName(out var name));
        Assert.Equal(fits ? 255 : null, name?.Octets.Length);
        Assert.Equal(fits ? octets.Length : 0, reader.Position);
    }

    [Fact]
    public void A_label_has_at_most_63_octets_and_must_be_there_whole()
    {
        Assert.False(new DnsReader([.. Enumerable.Repeat((byte)'a', 64).Prepend((byte)64), 0]).TryReadName(out _));
        Assert.False(new DnsReader([3, (byte)'a', (byte)'b']).TryReadName(out _));
        Assert.False(new DnsReader([2, (byte)'a', (byte)'b']).TryReadName(out _));
        Assert.False(new DnsReader([]).TryReadName(out _));
    }

    [Fact]
    public void A_pointer_to_the_place_before_is_followed_and_the_reader_stands_behind_it()
    {
        var reader = new DnsReader([1, (byte)'a', 0, 1, (byte)'b', 0xC0, 0, 7]);
        Assert.True(reader.TrySkip(3));
        Assert.True(reader.TryReadName(out var name));
        Assert.Equal(("b.a", 7), (name.ToString(), reader.Position));
    }

    [Fact]
    public void Octets_left_over_make_a_message_malformed() =>
        Assert.False(DnsMessage.TryParse([.. new DnsMessage { Id = 1 }.ToArray(), 0], out _));

    [Fact]
    public void Counts_that_the_octets_do_not_bear_out_make_a_message_malformed()
    {
        var octets = new DnsMessage { Id = 1 }.ToArray();
        octets[6] = octets[7] = 0xFF;
        Assert.False(DnsMessage.TryParse(octets, out _));
    }

    private static byte[] Header(byte answers) => [0, 1, 0x84, 0, 0, 1, 0, answers, 0, 0, 0, 0];
}
