using System.Net;

namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>Knot DNS on a loopback port, with one zone that a key may change.</summary>
internal sealed class Knot : IUpdateServer
{
    private readonly ServerFolder _folder;
    private readonly ServerProcess _process;

    private Knot(ServerFolder folder, ServerProcess process, IPEndPoint endPoint) => (_folder, _process, EndPoint) = (folder, process, endPoint);

    public IPEndPoint EndPoint { get; }

    public string Log => _process.Output;

    public static async Task<Knot> StartAsync(Zone zone, TsigSecret key, CancellationToken cancellationToken)
    {
        var program = Installed.Program("knotd", "knot");
        var folder = new ServerFolder();
        var endPoint = Loopback.FreeEndPoint();
        folder.Write($"{zone.Name}.zone", zone.MasterFile);
        var configuration = folder.Write("knot.conf",
            $"""
            server:
                rundir: "{folder.Path}"
                listen: 127.0.0.1@{endPoint.Port}
                udp-workers: 1
                tcp-workers: 1
                background-workers: 1
            log:
              - target: stdout
                any: info
            database:
                storage: "{folder.Path}"
            key:
              - id: {key.Name}
                algorithm: {key.Algorithm}
                secret: {key.Secret}
            acl:
              - id: change
                key: {key.Name}
                action: update
            zone:
              - domain: {zone.Name}
                storage: "{folder.Path}"
                file: "{zone.Name}.zone"
                acl: change

            """);
        var server = new Knot(folder, ServerProcess.Start(program, ["-c", configuration]), endPoint);
        try
        {
            await server._process.UntilAsync(
                async cancel => server.Log.Contains("loaded, serial", StringComparison.Ordinal) && await Loopback.AcceptsAsync(endPoint, cancel), cancellationToken);
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
