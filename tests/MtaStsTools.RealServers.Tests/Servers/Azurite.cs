using System.Net;

namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>Azure Blob Storage as Azurite has it, in memory on a loopback port, telling nobody of its use.</summary>
internal sealed class Azurite : IAsyncDisposable
{
    /// <summary>The account that every Azurite has, and the key that is documented for it.</summary>
    public const string Account = "devstoreaccount1";
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly ServerProcess _process;
    private readonly IPEndPoint _endPoint;

    private Azurite(ServerProcess process, IPEndPoint endPoint) => (_process, _endPoint) = (process, endPoint);

    /// <summary>The account's place.</summary>
    public Uri Endpoint => new($"http://{_endPoint}/{Account}");

    public static async Task<Azurite> StartAsync(CancellationToken cancellationToken)
    {
        var node = Installed.Program("node", "nodejs");
        var endPoint = Loopback.FreeEndPoint();
        var process = ServerProcess.Start(node,
        [
            NodePackages.Script("node_modules/azurite/dist/src/blob/main.js", "azurite"),
            "--silent", "--disableTelemetry", "--inMemoryPersistence", "--skipApiVersionCheck", "--blobHost", $"{endPoint.Address}", "--blobPort", $"{endPoint.Port}",
        ]);
        var server = new Azurite(process, endPoint);
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

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
