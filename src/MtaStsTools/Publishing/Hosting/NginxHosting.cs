namespace MtaStsTools.Publishing.Hosting;

/// <summary>Server blocks for nginx, to be included in its <c>http</c> block.</summary>
internal static class NginxHosting
{
    public static IEnumerable<HostingFile> Create(IReadOnlyList<HostedPolicy> policies, HostingOptions options) =>
    [
        new HostingFile("mta-sts.conf", Head(policies, options) + string.Join("\n", policies.Select(policy => Server(policy, options)))),
        .. HostingExport.Files(policies, "www/"),
    ];

    private static string Head(IReadOnlyList<HostedPolicy> policies, HostingOptions options) => (options.Certificate is not null
        ? """
        # Policies of MTA-STS (RFC 8461 section 3.3). Include this file in the http block of nginx.
        """
        : $"""
        # Policies of MTA-STS (RFC 8461 section 3.3). Include this file in the http block of nginx.
        # Certificates by ACME, before nginx reads this file; certbot renews them by itself, and a hook reloads nginx:
        #   certbot certonly --standalone --deploy-hook 'nginx -s reload' --cert-name {policies[0].Host}{(policies.Count > 1 ? " (one call for each name)" : "")} -d {policies[0].Host}
        """).Lines() + "\n";

    private static string Server(HostedPolicy policy, HostingOptions options) =>
        $$"""
        server {
          {{Listen(options)}}
          server_name {{policy.Host}};
          ssl_certificate "{{options.CertificateOf(policy) ?? $"/etc/letsencrypt/live/{policy.Host}/fullchain.pem"}}";
          ssl_certificate_key "{{options.KeyOf(policy) ?? $"/etc/letsencrypt/live/{policy.Host}/privkey.pem"}}";
          ssl_protocols TLSv1.2 TLSv1.3;
          root "{{options.Root(policy)}}";

          # No redirect here, over HTTP neither: senders must not follow one.
          location = {{WellKnownNames.PolicyPath}} {
            types { }
            default_type "{{ServerText.MediaType}}";
            add_header X-Content-Type-Options nosniff always;
            add_header Cache-Control no-cache always;
          }

          location /.well-known/acme-challenge/ {
            default_type "text/plain";
          }

          location / {
            return 404;
          }
        }
        """.Lines();

    private static string Listen(HostingOptions options)
    {
        string[] sockets = options.Address is { } address
            ? [$"listen {ServerText.Socket(address, options.HttpPort)};", $"listen {ServerText.Socket(address, options.HttpsPort)} ssl;"]
            : [$"listen {options.HttpPort};", $"listen [::]:{options.HttpPort};", $"listen {options.HttpsPort} ssl;", $"listen [::]:{options.HttpsPort} ssl;"];
        return string.Join("\n  ", sockets);
    }
}
