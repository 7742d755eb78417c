using System.Net;

namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>BIND 9's <c>named</c> on a loopback port: authoritative for zones, or a validating resolver before such a one.</summary>
internal sealed class Named : IUpdateServer
{
    private readonly ServerFolder _folder;
    private readonly ServerProcess _process;

    private Named(ServerFolder folder, ServerProcess process, IPEndPoint endPoint)
    {
        _folder = folder;
        _process = process;
        EndPoint = endPoint;
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>What <c>named</c> logged, for the messages of failing tests.</summary>
    public string Log => _process.Output;

    public static Task<Named> StartAuthorityAsync(
        IReadOnlyList<Zone> zones, IReadOnlyList<TsigSecret> keys, CancellationToken cancellationToken) =>
        StartAsync(
            "recursion no;",
            folder => [.. keys.Select(key => key.Clause), .. zones.Select(zone => ZoneClause(folder, zone, zone.MasterFile))],
            cancellationToken);

    public static Task<Named> StartAuthorityAsync(IReadOnlyList<SignedZone> zones, CancellationToken cancellationToken) =>
        StartAsync(
            "recursion no;",
            folder => zones.Select(zone => ZoneClause(folder, zone.Zone, zone.MasterFile)),
            cancellationToken);

    /// <summary>A resolver that asks only <paramref name="authority"/> and trusts only the given keys.</summary>
    public static Task<Named> StartResolverAsync(
        Named authority, IEnumerable<string> trustAnchors, CancellationToken cancellationToken)
    {
        var options =
            $$"""
            recursion yes;
              allow-recursion { 127.0.0.1; };
              dnssec-validation yes;
              forward only;
              forwarders { 127.0.0.1 port {{authority.EndPoint.Port}}; };
            """;
        return StartAsync(options, _ => [$$"""trust-anchors { {{string.Join(' ', trustAnchors)}} };"""], cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    private static string ZoneClause(ServerFolder folder, Zone zone, string masterFile) =>
        $$"""
        zone "{{zone.Name}}" {
          type primary;
          file "{{folder.Write($"{zone.Name}.zone", masterFile)}}";
          {{(zone.UpdatePolicy.Length == 0 ? "" : $"update-policy {{ {zone.UpdatePolicy} }};")}}
        };
        """;

    private static async Task<Named> StartAsync(
        string options, Func<ServerFolder, IEnumerable<string>> clauses, CancellationToken cancellationToken)
    {
        var program = Installed.Program("named", "bind9");
        var folder = new ServerFolder();
        var endPoint = Loopback.FreeEndPoint();
        var configuration = folder.Write("named.conf",
            $$"""
            options {
              directory "{{folder.Path}}";
              pid-file none;
              listen-on port {{endPoint.Port}} { 127.0.0.1; };
              listen-on-v6 { none; };
              allow-transfer { none; };
              notify no;
              {{options}}
            };
            controls { };
            {{string.Join('\n', clauses(folder))}}

            """);
        var server = new Named(folder, ServerProcess.Start(program, ["-g", "-4", "-n", "1", "-c", configuration]), endPoint);
        try
        {
            await server._process.UntilAsync(
                async cancel => server.Log.Contains(" running", StringComparison.Ordinal) && await Loopback.AcceptsAsync(endPoint, cancel),
                cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }
}
