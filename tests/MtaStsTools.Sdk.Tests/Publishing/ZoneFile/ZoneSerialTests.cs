using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Dns.ZoneFile;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.ZoneFile;

public sealed class ZoneSerialTests
{
    private static readonly DateTimeOffset Now = new(2024, 1, 31, 23, 30, 0, TimeSpan.FromHours(-5)); // 1 February in UTC

    [Theory]
    [InlineData(7u, ZoneSerialStyle.Auto, 8u)]
    [InlineData(2024013007u, ZoneSerialStyle.Auto, 2024020100u)]
    [InlineData(2024020100u, ZoneSerialStyle.Auto, 2024020101u)]
    [InlineData(2024020199u, ZoneSerialStyle.Auto, 2024020200u)]
    [InlineData(2024123100u, ZoneSerialStyle.Auto, 2024123101u)]
    [InlineData(2024133100u, ZoneSerialStyle.Auto, 2024133101u)]
    [InlineData(1706745600u, ZoneSerialStyle.Auto, 1706745601u)]
    [InlineData(2024013007u, ZoneSerialStyle.Counter, 2024013008u)]
    [InlineData(7u, ZoneSerialStyle.Date, 2024020100u)]
    [InlineData(0u, ZoneSerialStyle.Auto, 1u)]
    [InlineData(4294967295u, ZoneSerialStyle.Auto, 1u)]
    [InlineData(4294967295u, ZoneSerialStyle.Date, 2024020100u)]
    [InlineData(4171503748u, ZoneSerialStyle.Date, 4171503749u)] // half a round ahead of the date: the date is not greater
    [InlineData(2147483647u, ZoneSerialStyle.Counter, 2147483648u)]
    public void The_next_serial_is_by_date_or_counted(uint serial, ZoneSerialStyle style, uint next) =>
        Assert.Equal(next, ZoneSerial.Next(serial, style, Now));

    [Fact]
    public void The_next_serial_is_always_greater_as_RFC_1982_counts()
    {
        var random = new Random(1982);
        for (var i = 0; i < 100_000; i++)
        {
            var serial = (uint)random.NextInt64(1L << 32);
            Assert.All(Enum.GetValues<ZoneSerialStyle>(), style => Assert.True(ZoneSerial.IsGreater(ZoneSerial.Next(serial, style, Now), serial), $"{serial} {style}"));
        }
    }
}
