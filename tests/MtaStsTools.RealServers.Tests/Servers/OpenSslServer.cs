using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary><c>openssl s_server</c>, which can be told the one cipher suite to take, and to present what no authority issues any more.</summary>
internal sealed class OpenSslServer : IAsyncDisposable
{
    private readonly ServerFolder _folder;
    private readonly ServerProcess _process;

    private OpenSslServer(ServerFolder folder, ServerProcess process, IPEndPoint endPoint) => (_folder, _process, EndPoint) = (folder, process, endPoint);

    public IPEndPoint EndPoint { get; }

    /// <param name="certificate">The certificate with its key.</param>
    /// <param name="suites">The suites of TLS 1.2 in the words of OpenSSL; at security level 0, so that it takes any certificate.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<OpenSslServer> StartAsync(X509Certificate2 certificate, string suites, CancellationToken cancellationToken)
    {
        var program = Installed.Program("openssl", "openssl");
        var folder = new ServerFolder();
        var endPoint = Loopback.FreeEndPoint();
        var process = ServerProcess.Start(program,
        [
            "s_server", "-accept", endPoint.ToString(), "-cert", folder.Write("cert.pem", certificate.ExportCertificatePem()),
            "-key", folder.Write("key.pem", PemFiles.Key(certificate)), "-tls1_2", "-cipher", $"{suites}:@SECLEVEL=0", "-www", "-quiet",
        ]);
        var server = new OpenSslServer(folder, process, endPoint);
        try
        {
            await process.UntilAsync(stop => Loopback.AcceptsAsync(endPoint, stop), cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }
}
