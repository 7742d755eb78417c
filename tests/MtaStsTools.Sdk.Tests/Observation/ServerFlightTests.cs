using FsCheck.Xunit;
using MtaStsTools.Net.Tls;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Observation;

/// <summary>What the first octets of a server tell of a handshake.</summary>
public sealed class ServerFlightTests
{
    private static readonly byte[] Hello12 = [22, 3, 3, 0, 42, 2, 0, 0, 38, 3, 3, .. new byte[32], 0, 0xC0, 0x13, 0];
    private static readonly byte[] Hello13 = [22, 3, 3, 0, 50, 2, 0, 0, 46, 3, 3, .. new byte[32], 0, 0x13, 1, 0, 0, 6, 0, 43, 0, 2, 3, 4];

    [Fact]
    public void The_version_of_a_server_hello_is_read()
    {
        Assert.Equal("TLS 1.2", ServerFlight.Parse(Hello12).VersionName);
        Assert.Equal("TLS 1.3", ServerFlight.Parse(Hello13).VersionName);
        foreach (var (minor, name) in new[] { ((byte)0, "SSL 3.0"), ((byte)1, "TLS 1.0"), ((byte)2, "TLS 1.1") })
        {
            byte[] old = [.. Hello12];
            old[10] = minor;
            Assert.Equal((name, true), (ServerFlight.Parse(old).VersionName, ServerFlight.Parse(old).IsTooOld));
        }
    }

    [Fact]
    public void The_cipher_suite_of_a_server_hello_is_read_behind_a_session_id_of_any_length()
    {
        byte[] resumed = [22, 3, 3, 0, 74, 2, 0, 0, 70, 3, 3, .. new byte[32], 32, .. new byte[32], 0xC0, 0x2F, 0];

        Assert.Equal(0xC013, ServerFlight.Parse(Hello12).CipherSuite);
        Assert.Equal(0x1301, ServerFlight.Parse(Hello13).CipherSuite);
        Assert.Equal(0xC02F, ServerFlight.Parse(resumed).CipherSuite);
        Assert.Null(ServerFlight.Parse(resumed.AsSpan(0, resumed.Length - 2)).CipherSuite);
        Assert.Null(ServerFlight.Parse([21, 3, 3, 0, 2, 2, 40]).CipherSuite);
        Assert.Equal("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", CipherSuites.NameOf(0xC02F));
        Assert.Equal("0xC061", CipherSuites.NameOf(0xC061));
    }

    [Theory]
    [InlineData(70, true, "the server refused with the alert protocol_version")]
    [InlineData(40, false, "the server refused with the alert handshake_failure")]
    [InlineData(112, false, "the server refused with the alert unrecognized_name")]
    [InlineData(200, false, "the server refused with the alert 200")]
    public void Alerts_are_named(byte alert, bool tooOld, string text)
    {
        var flight = ServerFlight.Parse([21, 3, 3, 0, 2, 2, alert]);

        Assert.Equal(tooOld, flight.IsTooOld);
        Assert.Equal(text, flight.Explain(anyOctets: true));
    }

    [Property(MaxTest = 2000)]
    public void Any_octets_are_something(byte[] octets, byte cut)
    {
        foreach (var text in new[] { octets, [22, 3, 3, .. octets], [21, 3, .. octets], [.. Hello13.Take(cut % (Hello13.Length + 1)), .. octets] })
            Assert.NotEmpty(ServerFlight.Parse(text).Explain(anyOctets: true));
    }
}
