using System.Net;
using MtaStsTools.Lab.Certificates;

namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>A worker's script in workerd, as Cloudflare runs it, on a loopback port.</summary>
internal sealed class Workerd : IAsyncDisposable
{
    private readonly ServerFolder _folder;
    private readonly ServerProcess _process;

    private Workerd(ServerFolder folder, ServerProcess process, IPEndPoint endPoint) => (_folder, _process, EndPoint) = (folder, process, endPoint);

    public IPEndPoint EndPoint { get; }

    /// <param name="script">The worker.</param>
    /// <param name="certificate">What it presents; null: it speaks HTTP.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<Workerd> StartAsync(string script, IssuedCertificate? certificate, CancellationToken cancellationToken)
    {
        var node = Installed.Program("node", "nodejs");
        var folder = new ServerFolder();
        var endPoint = Loopback.FreeEndPoint();
        string[] files = certificate is null ? [] : [folder.Write("chain.pem", certificate.Chain()), folder.Write("key.pem", certificate.Key())];
        var process = ServerProcess.Start(node, [NodePackages.Script("worker.mjs", "miniflare"), folder.Write("worker.js", script), $"{endPoint.Port}", .. files]);
        var worker = new Workerd(folder, process, endPoint);
        try
        {
            await process.UntilAsync(stop => Loopback.AcceptsAsync(endPoint, stop), cancellationToken);
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }
}
