using System.Net;
using MtaStsTools.Net;
using MtaStsTools.Observation;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing;

public sealed class GlobalAddressTests
{
    [Theory]
    [InlineData("1.1.1.1", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("100.64.0.0", false)]
    [InlineData("100.127.255.255", false)]
    [InlineData("100.128.0.0", true)]
    [InlineData("10.0.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.1.1", false)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.16.0.0", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.0", true)]
    [InlineData("192.168.0.1", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("198.20.0.1", true)]
    [InlineData("203.0.113.9", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("223.255.255.255", true)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("2001:4860:4860::8888", true)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("2002:0a00:1::", false)]
    [InlineData("3fff::1", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:1.1.1.1", true)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("64:ff9b::101:101", true)]
    public void Special_purpose_blocks_are_not_global_to_their_very_edges(string address, bool expected) =>
        Assert.Equal(expected, GlobalAddress.IsGlobal(IPAddress.Parse(address)));
}
