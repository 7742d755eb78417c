using MtaStsTools.Dns;
using MtaStsTools.Dns.Messages;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing;

/// <summary>The bounds of reading and writing octets: what is just there is taken, what is not is told and moves nothing.</summary>
public sealed class DnsReaderTests
{
    [Fact]
    public void Numbers_are_read_where_their_octets_are_just_there()
    {
        var reader = new DnsReader([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        Assert.True(reader.TryReadUInt16(out var two));
        Assert.True(reader.TryReadUInt32(out var four));
        Assert.True(reader.TryReadUInt48(out var six));
        Assert.Equal((0x0102, 0x03040506u, 0x0708090A0B0Cul, 0, 12), (two, four, six, reader.Remaining, reader.Position));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void A_number_that_breaks_off_is_told_and_moves_nothing(int length)
    {
        var two = new DnsReader(new byte[length]);
        Assert.False(two.TryReadUInt16(out var number));
        Assert.Equal((0, 0), (number, two.Position));

        var four = new DnsReader(new byte[length + 2]);
        Assert.False(four.TryReadUInt32(out _));
        Assert.Equal(0, four.Position);

        var six = new DnsReader(new byte[length + 4]);
        Assert.False(six.TryReadUInt48(out _));
        Assert.Equal(0, six.Position);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(0, true)]
    [InlineData(4, false)]
    [InlineData(-1, false)]
    [InlineData(int.MaxValue, false)]
    [InlineData(int.MinValue, false)]
    public void Octets_are_read_and_skipped_as_far_as_there_are_any(int count, bool possible)
    {
        var read = new DnsReader([7, 8, 9]);
        Assert.Equal(possible, read.TryReadOctets(count, out var octets));
        Assert.Equal(possible ? new byte[] { 7, 8, 9 }[..count] : [], octets);

        var skip = new DnsReader([7, 8, 9]);
        Assert.Equal(possible, skip.TrySkip(count));
        Assert.Equal(possible ? count : 0, skip.Position);
        Assert.Equal(skip.Position, read.Position);
    }

    [Fact]
    public void A_message_holds_65535_octets_and_not_one_more()
    {
        var writer = new DnsWriter();
        writer.WriteOctets(new byte[DnsMessage.MaxLength - 2]);
        writer.WriteUInt16(0xABCD);
        Assert.Equal(DnsMessage.MaxLength, writer.Length);
        Assert.Equal([0xAB, 0xCD], writer.ToArray()[^2..]);
        Assert.Throws<InvalidOperationException>(() => writer.WriteOctets([0]));
    }

    [Fact]
    public void What_is_written_in_pieces_of_any_size_comes_back()
    {
        var writer = new DnsWriter();
        var expected = new List<byte>();
        foreach (var size in new[] { 1, 510, 1, 1, 600, 5000 })
        {
            var piece = Enumerable.Range(size, size).Select(number => (byte)number).ToArray();
            writer.WriteOctets(piece);
            expected.AddRange(piece);
        }

        writer.WriteUInt48(0x0102_0304_0506);
        Assert.Equal([.. expected, 1, 2, 3, 4, 5, 6], writer.ToArray());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    public void A_number_that_needs_more_octets_is_no_silent_loss(int number) => Assert.Throws<OverflowException>(() => new DnsWriter().WriteUInt16(number));

    [Theory]
    [InlineData(DnsRecordType.CNAME, 1)]
    [InlineData(DnsRecordType.NS, 1)]
    [InlineData(DnsRecordType.DNAME, 1)]
    [InlineData(DnsRecordType.SOA, 2)]
    [InlineData(DnsRecordType.TXT, 0)]
    public void The_names_of_record_data_are_expanded_for_the_types_that_have_any(DnsRecordType type, int names)
    {
        // The owner "a" at 0; the data points there as often as the type has names.
        byte[] data = [.. Enumerable.Repeat<byte[]>([0xC0, 0], names).SelectMany(pointer => pointer), 0xC0, 0];
        byte[] octets = [1, (byte)'a', 0, 0, (byte)type, 0, 1, 0, 0, 0, 60, 0, (byte)data.Length, .. data];
        var reader = new DnsReader(octets);

        Assert.True(DnsRecord.TryRead(ref reader, octets, out var record));

        Assert.Equal([.. Enumerable.Repeat<byte[]>([1, (byte)'a', 0], names).SelectMany(name => name), 0xC0, 0], record.Rdata);
        Assert.Equal(names > 0 ? "a" : null, record.Target?.ToString());
        Assert.Equal((60u, octets.Length), (record.Ttl, reader.Position));
    }

    [Fact]
    public void A_name_in_record_data_does_not_reach_past_them()
    {
        byte[] octets = [0, 0, 5, 0, 1, 0, 0, 0, 60, 0, 2, 1, (byte)'a', 0];
        var reader = new DnsReader(octets);
        Assert.False(DnsRecord.TryRead(ref reader, octets, out _));
    }

    [Theory]
    [InlineData(61, true)]
    [InlineData(60, true)]
    [InlineData(62, false)]
    public void A_label_is_put_before_a_name_where_there_is_room(int last, bool fits)
    {
        var label = new string('a', 63);
        var name = WireName.FromText($"{label}.{label}.{label}.{new string('b', last - 2)}");
        Assert.Equal(fits ? $"x.{name}" : null, name.TryPrepend("x")?.ToString());
    }
}
