using System.Net;
using System.Text;
using MtaStsTools.Lab;
using MtaStsTools.Lab.Certificates;
using MtaStsTools.Publishing.Hosting;

namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>An exported hosting on a loopback address, with the laboratory's certificates, in the web server that it is made for.</summary>
internal sealed class HostedSites : IAsyncDisposable
{
    private readonly ServerFolder _folder = new();
    private ServerProcess? _process;

    public IPEndPoint Http { get; } = Loopback.FreeEndPoint();

    public IPEndPoint Https { get; } = Loopback.FreeEndPoint();

    public static async Task<HostedSites> StartAsync(HostingFormat format, IReadOnlyList<HostedPolicy> policies, LabAuthority authority, CancellationToken cancellationToken)
    {
        var sites = new HostedSites();
        try
        {
            sites.Write(format, policies, authority);
            sites._process = await sites.RunAsync(format, cancellationToken);
            await sites._process.UntilAsync(async stop => await Loopback.AcceptsAsync(sites.Https, stop) && await Loopback.AcceptsAsync(sites.Http, stop), cancellationToken);
            return sites;
        }
        catch
        {
            await sites.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }

    private void Write(HostingFormat format, IReadOnlyList<HostedPolicy> policies, LabAuthority authority)
    {
        foreach (var host in policies.Select(policy => WellKnownNames.PolicyHostOf(policy.Domain.Ascii)))
        {
            var certificate = authority.Issue(LabCertificate.Good, host);
            _folder.Write($"{host}.pem", certificate.Chain());
            _folder.Write($"{host}.key", certificate.Key());
        }

        var options = new HostingOptions
        {
            Root = _folder["www"],
            Certificate = _folder["{host}.pem"],
            CertificateKey = _folder["{host}.key"],
            Address = "127.0.0.1",
            HttpPort = Http.Port,
            HttpsPort = Https.Port,
        };
        foreach (var file in HostingExport.Create(format, policies, options))
        {
            if (Path.GetDirectoryName(file.Path) is { Length: > 0 } folder)
                _folder.CreateFolder(folder);
            File.WriteAllBytes(_folder[file.Path], Encoding.UTF8.GetBytes(file.Text));
        }
    }

    private Task<ServerProcess> RunAsync(HostingFormat format, CancellationToken cancellationToken) => format switch
    {
        HostingFormat.Nginx => NginxAsync(cancellationToken),
        HostingFormat.Caddy => CaddyAsync(cancellationToken),
        HostingFormat.Apache => ApacheAsync(cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No server here runs it."),
    };

    private async Task<ServerProcess> NginxAsync(CancellationToken cancellationToken)
    {
        var program = Installed.Program("nginx", "nginx-light");
        var configuration = _folder.Write("nginx.conf",
            $$"""
            daemon off;
            master_process off;
            pid {{_folder["nginx.pid"]}};
            error_log stderr info;
            events { }
            http {
              access_log off;
              client_body_temp_path {{_folder["body"]}};
              proxy_temp_path {{_folder["proxy"]}};
              fastcgi_temp_path {{_folder["fastcgi"]}};
              uwsgi_temp_path {{_folder["uwsgi"]}};
              scgi_temp_path {{_folder["scgi"]}};
              include {{_folder["mta-sts.conf"]}};
            }

            """);
        string[] arguments = ["-p", _folder.Path, "-e", "stderr", "-c", configuration];
        await ServerProcess.RunAsync(program, [.. arguments, "-t"], cancellationToken);
        return ServerProcess.Start(program, arguments);
    }

    private async Task<ServerProcess> CaddyAsync(CancellationToken cancellationToken)
    {
        var program = Installed.Program("caddy", "caddy");

        // The administration's port is one for all; a test wants none, and no state beside its own folder.
        var caddyfile = _folder["Caddyfile"];
        await File.WriteAllTextAsync(caddyfile, (await File.ReadAllTextAsync(caddyfile, cancellationToken)).Replace("\n{\n", "\n{\n\tadmin off\n", StringComparison.Ordinal), cancellationToken);
        string[] arguments = ["--config", caddyfile, "--adapter", "caddyfile"];
        string[] own = [$"XDG_CONFIG_HOME={_folder["config"]}", $"XDG_DATA_HOME={_folder["data"]}", program];
        await ServerProcess.RunAsync("/usr/bin/env", [.. own, "validate", .. arguments], cancellationToken);
        return ServerProcess.Start("/usr/bin/env", [.. own, "run", .. arguments]);
    }

    private async Task<ServerProcess> ApacheAsync(CancellationToken cancellationToken)
    {
        var program = Installed.Program("apache2", "apache2");
        var configuration = _folder.Write("apache.conf",
            $$"""
            ServerRoot {{_folder.Path}}
            ServerName localhost
            PidFile {{_folder["apache.pid"]}}
            Mutex file:{{_folder.Path}} default
            ErrorLog /dev/stderr
            {{string.Join('\n', new[] { "mpm_event", "alias", "authn_core", "authz_core", "headers", "mime", "socache_shmcb", "ssl" }.Select(module => $"LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so"))}}
            {{(Environment.IsPrivilegedProcess ? "User www-data\nGroup www-data" : "")}}
            TypesConfig /dev/null
            Listen {{Http}}
            Listen {{Https}}
            Include {{_folder["mta-sts.conf"]}}

            """);
        await ServerProcess.RunAsync(program, ["-t", "-f", configuration], cancellationToken);
        return ServerProcess.Start(program, ["-X", "-f", configuration]);
    }
}
