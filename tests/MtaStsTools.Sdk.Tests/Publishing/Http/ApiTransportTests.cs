using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Http;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.Http;

/// <summary>The real handler over real sockets.</summary>
public sealed class ApiTransportTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly ApiRequest Writing = ApiRequest.Json("POST", "example.com", writer => writer.WriteNullValue(), "zones");

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_ends_it_before_anything_is_sent()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var received = new MemoryStream();
        await using var server = new OneAtATimeServer(async (stream, stop) =>
        {
            await using var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop);
            await tls.CopyToAsync(received, stop);
        });

        var error = await FailAsync(new Uri($"https://localhost:{server.Port}/"));

        Assert.Equal((ProviderErrorKind.Unavailable, false, false), (error.Kind, error.MayHaveChanged, error.IsAuthenticated));
        Assert.Contains("certificate", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, received.Length);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_told_as_such()
    {
        int port;
        await using (var server = new OneAtATimeServer((_, _) => Task.CompletedTask))
            port = server.Port;

        var error = await FailAsync(new Uri($"http://127.0.0.1:{port}/"));

        Assert.Equal((ProviderErrorKind.Unavailable, false), (error.Kind, error.MayHaveChanged));
        Assert.Contains("the connection was refused", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("SSH-2.0-\u001B[31mhello\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")]
    public async Task An_answer_that_breaks_off_or_is_no_HTTP_leaves_the_change_in_doubt(string answer)
    {
        await using var server = new OneAtATimeServer(async (stream, stop) =>
        {
            var buffer = new byte[4096];
            Assert.True(await stream.ReadAsync(buffer, stop) > 0);
            await stream.WriteAsync(Encoding.Latin1.GetBytes(answer), stop);
        });

        var error = await FailAsync(new Uri($"http://127.0.0.1:{server.Port}/"));

        Assert.Equal((ProviderErrorKind.Unavailable, true), (error.Kind, error.MayHaveChanged));
        Assert.DoesNotContain("hello", error.ToString(), StringComparison.Ordinal);
    }

    private static async Task<DnsProviderException> FailAsync(Uri endpoint)
    {
        var client = new ApiClient(
            new ApiService { Name = "Example", Endpoint = endpoint, Fail = ApiError.ToDnsProvider, UnauthorizedRemedy = "Check.", ForbiddenRemedy = "Allow." },
            new HttpApiOptions { Retries = 0, Timeout = TimeSpan.FromSeconds(20) });
        return await Assert.ThrowsAsync<DnsProviderException>(() => client.SendAsync(Writing, Stop));
    }
}
