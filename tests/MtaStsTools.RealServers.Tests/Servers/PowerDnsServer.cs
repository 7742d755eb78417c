using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>PowerDNS Authoritative Server with its HTTP API on a loopback port, its zones in LMDB, which lets writers take turns where SQLite fails.</summary>
internal sealed class PowerDnsServer : IAsyncDisposable
{
    // In a folder of the architecture below it.
    private const string Libraries = "/usr/lib";
    private const string BackEnd = "liblmdbbackend.so";

    private readonly ServerFolder _folder;
    private readonly ServerProcess _process;
    private readonly HttpClient _http;

    private PowerDnsServer(ServerFolder folder, ServerProcess process, IPEndPoint dns, Uri api, string key)
    {
        (_folder, _process, Dns, Api, Key) = (folder, process, dns, api, key);
        _http = new HttpClient { BaseAddress = new Uri(api, "api/v1/servers/localhost/zones") };
        _http.DefaultRequestHeaders.Add("X-API-Key", key);
    }

    /// <summary>Where it answers questions.</summary>
    public IPEndPoint Dns { get; }

    /// <summary>What comes before <c>/api/v1</c>.</summary>
    public Uri Api { get; }

    public string Key { get; }

    public static async Task<PowerDnsServer> StartAsync(CancellationToken cancellationToken)
    {
        var program = Installed.Program("pdns_server", "pdns-server");
        if (!Directory.GetDirectories(Libraries).Any(folder => File.Exists(Path.Combine(folder, "pdns", BackEnd))))
            Installed.Lacking("The LMDB back end of PowerDNS is not installed (Debian package pdns-backend-lmdb).");
        var folder = new ServerFolder();
        var key = Guid.NewGuid().ToString("N");
        var dns = Loopback.FreeEndPoint();
        var api = Loopback.FreeEndPoint();
        folder.Write("pdns.conf",
            $"""
            launch=lmdb
            lmdb-filename={folder["pdns.lmdb"]}
            lmdb-shards=1
            local-address=127.0.0.1
            local-port={dns.Port}
            api=yes
            api-key={key}
            webserver=yes
            webserver-address=127.0.0.1
            webserver-port={api.Port}
            webserver-allow-from=127.0.0.1
            socket-dir={folder.Path}
            cache-ttl=0
            negquery-cache-ttl=0
            query-cache-ttl=0
            zone-cache-refresh-interval=0
            security-poll-suffix=
            daemon=no
            guardian=no
            loglevel=4

            """);
        var server = new PowerDnsServer(folder, ServerProcess.Start(program, [$"--config-dir={folder.Path}"]), dns, new Uri($"http://127.0.0.1:{api.Port}/"), key);
        try
        {
            await server._process.UntilAsync(async cancel => await Loopback.AcceptsAsync(api, cancel) && await Loopback.AcceptsAsync(dns, cancel), cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task AddZoneAsync(string zone, CancellationToken cancellationToken) => (await _http.PostAsJsonAsync(
        "", new { name = zone + ".", kind = "Native", nameservers = new[] { $"ns1.{zone}." } }, cancellationToken)).EnsureSuccessStatusCode();

    /// <summary>Puts a record set in the place of what the name has of its type; none where there is no content.</summary>
    public Task ReplaceAsync(string zone, string name, string type, CancellationToken cancellationToken, params string[] contents) =>
        WriteAsync(zone, name, type, contents, isDisabled: false, cancellationToken);

    /// <summary>Keeps a record that is not served.</summary>
    public Task WriteDisabledAsync(string zone, string name, string type, string content, CancellationToken cancellationToken) =>
        WriteAsync(zone, name, type, [content], isDisabled: true, cancellationToken);

    public async Task<IReadOnlyList<string>> ReadAsync(string zone, string name, string type, CancellationToken cancellationToken)
    {
        var answer = await _http.GetFromJsonAsync<JsonElement>($"zones/{zone}.", cancellationToken);
        return
        [
            .. answer.GetProperty("rrsets").EnumerateArray()
                .Where(set => set.GetProperty("name").GetString() == name + "." && set.GetProperty("type").GetString() == type)
                .SelectMany(set => set.GetProperty("records").EnumerateArray()).Select(record => record.GetProperty("content").GetString()!),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    private async Task WriteAsync(string zone, string name, string type, string[] contents, bool isDisabled, CancellationToken cancellationToken) => (await _http.PatchAsJsonAsync(
        $"zones/{zone}.",
        new { rrsets = new[] { new { name = name + ".", type, ttl = 300, changetype = "REPLACE", records = contents.Select(content => new { content, disabled = isDisabled }) } } },
        cancellationToken)).EnsureSuccessStatusCode();
}
