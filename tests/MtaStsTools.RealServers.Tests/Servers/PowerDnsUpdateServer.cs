using System.Net;

namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>PowerDNS Authoritative Server that takes dynamic updates on a loopback port, its zone in SQLite.</summary>
internal sealed class PowerDnsUpdateServer : IUpdateServer
{
    private const string Schema = "/usr/share/doc/pdns-backend-sqlite3/schema.sqlite3.sql";

    private readonly ServerFolder _folder;
    private readonly ServerProcess _process;

    private PowerDnsUpdateServer(ServerFolder folder, ServerProcess process, IPEndPoint endPoint) => (_folder, _process, EndPoint) = (folder, process, endPoint);

    public IPEndPoint EndPoint { get; }

    public string Log => _process.Output;

    public static async Task<PowerDnsUpdateServer> StartAsync(string zone, TsigSecret key, CancellationToken cancellationToken)
    {
        var program = Installed.Program("pdns_server", "pdns-server");
        var sqlite = Installed.Program("sqlite3", "sqlite3");
        var tool = Installed.Program("pdnsutil", "pdns-server");
        if (!File.Exists(Schema))
            Installed.Lacking("The SQLite back end of PowerDNS is not installed (Debian package pdns-backend-sqlite3).");
        var folder = new ServerFolder();
        var endPoint = Loopback.FreeEndPoint();
        await ServerProcess.RunAsync(sqlite, [folder["pdns.sqlite3"], $".read {Schema}"], cancellationToken);
        folder.Write("pdns.conf",
            $"""
            launch=gsqlite3
            gsqlite3-database={folder["pdns.sqlite3"]}
            local-address=127.0.0.1
            local-port={endPoint.Port}
            socket-dir={folder.Path}
            dnsupdate=yes
            allow-dnsupdate-from=127.0.0.1
            cache-ttl=0
            negquery-cache-ttl=0
            query-cache-ttl=0
            zone-cache-refresh-interval=0
            security-poll-suffix=
            daemon=no
            guardian=no
            loglevel=4

            """);
        foreach (var arguments in new string[][]
        {
            ["create-zone", zone, $"ns1.{zone}"],
            ["add-record", zone, "ns1", "A", "127.0.0.1"],
            ["import-tsig-key", key.Name, key.Algorithm, key.Secret],
            ["set-meta", zone, "TSIG-ALLOW-DNSUPDATE", key.Name],
        })
        {
            await ServerProcess.RunAsync(tool, [$"--config-dir={folder.Path}", .. arguments], cancellationToken);
        }

        var server = new PowerDnsUpdateServer(folder, ServerProcess.Start(program, [$"--config-dir={folder.Path}"]), endPoint);
        try
        {
            await server._process.UntilAsync(cancel => Loopback.AcceptsAsync(endPoint, cancel), cancellationToken);
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
