using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MtaStsTools.Assessment;
using MtaStsTools.Assessment.Certificates;
using MtaStsTools.Net.Tls;
using MtaStsTools.RealServers.Tests.Servers;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>Handshakes with OpenSSL, which takes one cipher suite or presents a certificate that others no longer take.</summary>
public sealed class TlsTests
{
    private const string Host = "mx1.example.com";
    private const string GoodSuite = "ECDHE-RSA-AES128-GCM-SHA256";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ECDHE-ECDSA-AES256-GCM-SHA384", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384")]
    [InlineData("ECDHE-ECDSA-AES128-GCM-SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256")]
    [InlineData("ECDHE-ECDSA-CHACHA20-POLY1305", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256")]
    [InlineData("ECDHE-ECDSA-AES256-SHA384", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384")]
    [InlineData("ECDHE-ECDSA-AES128-SHA", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA")]
    [InlineData("ECDHE-RSA-AES256-GCM-SHA384", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")]
    [InlineData("ECDHE-RSA-CHACHA20-POLY1305", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256")]
    [InlineData("ECDHE-RSA-AES128-SHA256", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256")]
    [InlineData("ECDHE-RSA-AES256-SHA", "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA")]
    [InlineData("DHE-RSA-AES256-GCM-SHA384", "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384")]
    [InlineData("DHE-RSA-CHACHA20-POLY1305", "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256")]
    [InlineData("DHE-RSA-AES128-SHA", "TLS_DHE_RSA_WITH_AES_128_CBC_SHA")]
    [InlineData("AES256-GCM-SHA384", "TLS_RSA_WITH_AES_256_GCM_SHA384")]
    [InlineData("AES128-SHA256", "TLS_RSA_WITH_AES_128_CBC_SHA256")]
    [InlineData("AES128-SHA", "TLS_RSA_WITH_AES_128_CBC_SHA")]
    public async Task A_server_with_any_one_of_the_suites_of_mail_senders_is_spoken_to(string suite, string name)
    {
        using var certificate = suite.Contains("ECDSA", StringComparison.Ordinal) ? EllipticCurve() : Rsa(2048);

        var result = await HandshakeAsync(certificate, suite);

        Assert.True(result.Outcome == TlsOutcome.Established, result.Detail);
        Assert.Equal(("TLS 1.2", name), (result.Version, result.CipherSuite));
    }

    [Fact]
    public async Task What_OpenSSL_at_level_two_refuses_is_seen_and_told_apart()
    {
        using var certificate = Rsa(1024, X509KeyUsageFlags.KeyCertSign);

        var result = await HandshakeAsync(certificate, GoodSuite);

        Assert.True(result.Outcome == TlsOutcome.Established, result.Detail);
        var facts = result.Certificate!.Certificate;
        Assert.Equal((1024, "SHA-256"), (facts.KeySize, facts.SignatureHash));
        Assert.Equal(["keyCertSign"], facts.KeyUsage!, StringComparer.Ordinal);
        Assert.Equal(
            ["it has an RSA key of 1024 bits", "its key usage (keyCertSign) allows no TLS"], WeakCertificate.Reasons(result.Certificate), StringComparer.Ordinal);
    }

    private static async Task<TlsResult> HandshakeAsync(X509Certificate2 certificate, string suite)
    {
        await using var server = await OpenSslServer.StartAsync(certificate, suite, Stop);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.EndPoint, Stop);
        await using var transport = new NetworkStream(socket);
        var result = await new TlsClient(new ObservationOptions().ForTls()).HandshakeAsync(transport, Host, static _ => null, Stop);
        await using (result.Stream)
            return result;
    }

    private static X509Certificate2 Rsa(int bits, X509KeyUsageFlags usage = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment)
    {
        using var key = RSA.Create(bits);
        return SelfSigned(new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), usage);
    }

    private static X509Certificate2 EllipticCurve()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return SelfSigned(new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256), X509KeyUsageFlags.DigitalSignature);
    }

    private static X509Certificate2 SelfSigned(CertificateRequest request, X509KeyUsageFlags usage)
    {
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
    }
}
