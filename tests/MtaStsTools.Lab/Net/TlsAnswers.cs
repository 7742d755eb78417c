using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using MtaStsTools.Lab.Certificates;

namespace MtaStsTools.Lab.Net;

/// <summary>The server's side of a handshake: a faultless one, or one of the ways to fail it.</summary>
internal static class TlsAnswers
{
    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(20);
    private static readonly SslApplicationProtocol[] Http11 = [SslApplicationProtocol.Http11];

    /// <summary>Completes a handshake with the certificate for the name asked for, or plays out the fault and gives nothing.</summary>
    public static async Task<SslStream?> AcceptAsync(
        Stream transport, TlsFault fault, SslProtocols versions, TlsCipherSuite? suite, Func<string?, IssuedCertificate?> certificateFor, bool http,
        CancellationToken stop)
    {
        if (fault != TlsFault.None)
        {
            await FailAsync(transport, fault, stop);
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(HandshakeTimeout);
        var tls = new SslStream(transport);
        try
        {
            await tls.AuthenticateAsServerAsync(
                (_, hello, _, _) =>
                {
                    var certificate = certificateFor(hello.ServerName)
                        ?? throw new AuthenticationException($"Nothing here is called '{hello.ServerName}'.");
                    return ValueTask.FromResult(new SslServerAuthenticationOptions
                    {
                        ServerCertificateContext = certificate.Context,
                        EnabledSslProtocols = versions,
                        CipherSuitesPolicy = suite is { } only && OperatingSystem.IsLinux() ? new CipherSuitesPolicy([only]) : null,
                        ApplicationProtocols = http ? [.. Http11] : null,
                    });
                },
                state: null,
                limit.Token);
            return tls;
        }
        catch
        {
            await tls.DisposeAsync();
            throw;
        }
    }

    private static async Task FailAsync(Stream transport, TlsFault fault, CancellationToken stop)
    {
        var hello = new byte[16 * 1024];
        if (await transport.ReadAsync(hello, stop) == 0)
            return;
        switch (fault)
        {
            case TlsFault.Tls11Only:
                await transport.WriteAsync(ServerHelloTls11(), stop);
                break;
            case TlsFault.ProtocolVersionAlert:
                await transport.WriteAsync(new byte[] { 21, 3, 2, 0, 2, 2, 70 }, stop);
                break;
            case TlsFault.Garbage:
                await transport.WriteAsync("this is not the handshake you are looking for\r\n"u8.ToArray(), stop);
                break;
            case TlsFault.PlainText:
                await transport.WriteAsync(
                    "HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), stop);
                break;
            case TlsFault.Silent:
                await Task.Delay(Timeout.Infinite, stop);
                break;
            case TlsFault.HangUp:
                return;
        }

        // Hear the client's alert, so that closing does not become a reset that eats our answer.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(2));
        while (await transport.ReadAsync(hello, limit.Token) > 0)
        {
        }
    }

    /// <summary>A ServerHello (RFC 4346 §7.4.1.3) that chooses TLS 1.1, since no library of today can be made to.</summary>
    private static byte[] ServerHelloTls11() =>
        [22, 3, 2, 0, 42, 2, 0, 0, 38, 3, 2, .. RandomNumberGenerator.GetBytes(32), 0, 0xC0, 0x13, 0];
}
