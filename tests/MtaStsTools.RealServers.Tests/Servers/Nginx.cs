using System.Net;
using MtaStsTools.Lab.Certificates;

namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>One name that nginx answers for, chosen by SNI.</summary>
/// <param name="Name">The host's name.</param>
/// <param name="Certificate">What it presents.</param>
/// <param name="Policy">The octets of <c>/.well-known/mta-sts.txt</c>; null: there is no such file.</param>
internal sealed record PolicySite(string Name, IssuedCertificate Certificate, string? Policy)
{
    public string ContentType { get; init; } = "text/plain";
}

/// <summary>nginx on a loopback port with one TLS server block for each policy host.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private readonly ServerFolder _folder;
    private readonly ServerProcess _process;

    private Nginx(ServerFolder folder, ServerProcess process, IPEndPoint endPoint)
    {
        _folder = folder;
        _process = process;
        EndPoint = endPoint;
    }

    public IPEndPoint EndPoint { get; }

    public static async Task<Nginx> StartAsync(IReadOnlyList<PolicySite> sites, CancellationToken cancellationToken)
    {
        var program = Installed.Program("nginx", "nginx-light");
        var folder = new ServerFolder();
        var endPoint = Loopback.FreeEndPoint();
        var configuration = folder.Write("nginx.conf",
            $$"""
            daemon off;
            master_process off;
            pid {{folder["nginx.pid"]}};
            error_log stderr info;
            events { }
            http {
              access_log off;
              client_body_temp_path {{folder["body"]}};
              proxy_temp_path {{folder["proxy"]}};
              fastcgi_temp_path {{folder["fastcgi"]}};
              uwsgi_temp_path {{folder["uwsgi"]}};
              scgi_temp_path {{folder["scgi"]}};
              ssl_protocols TLSv1.2 TLSv1.3;
              {{string.Join('\n', sites.Select(site => ServerBlock(folder, site, endPoint)))}}
            }

            """);
        var server = new Nginx(folder, ServerProcess.Start(program, ["-p", folder.Path, "-e", "stderr", "-c", configuration]), endPoint);
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

    /// <summary>Changes the policy that a running site serves.</summary>
    public void SetPolicy(string name, string policy) => _folder.Write(Path.Combine(name, ".well-known", "mta-sts.txt"), policy);

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    private static string ServerBlock(ServerFolder folder, PolicySite site, IPEndPoint endPoint)
    {
        folder.CreateFolder(Path.Combine(site.Name, ".well-known"));
        if (site.Policy is not null)
        {
            folder.Write(Path.Combine(site.Name, ".well-known", "mta-sts.txt"), site.Policy);
        }

        return
            $$"""
            server {
              listen {{endPoint}} ssl;
              server_name {{site.Name}};
              ssl_certificate {{folder.Write($"{site.Name}.chain.pem", site.Certificate.Chain())}};
              ssl_certificate_key {{folder.Write($"{site.Name}.key.pem", site.Certificate.Key())}};
              root {{folder[site.Name]}};
              types { }
              default_type "{{site.ContentType}}";
            }
            """;
    }
}
