namespace MtaStsTools.Publishing.Hosting;

/// <summary>An image of Caddy with configuration and policies in it, and a compose file that keeps its certificates.</summary>
internal static class DockerHosting
{
    private const string Dockerfile = """
        # Policies of MTA-STS (RFC 8461 section 3.3), served by Caddy, which gets and renews the certificates by ACME.
        FROM caddy:2-alpine
        COPY Caddyfile /etc/caddy/Caddyfile
        COPY www /srv/mta-sts/www
        """;

    private const string Compose = """
        services:
          mta-sts:
            build: .
            restart: unless-stopped
            ports:
              - "80:80"
              - "443:443"
            volumes:
              - certificates:/data
        volumes:
          certificates: {}
        """;

    public static IEnumerable<HostingFile> Create(IReadOnlyList<HostedPolicy> policies) =>
    [
        new HostingFile("Dockerfile", Dockerfile.Lines()),
        new HostingFile("compose.yaml", Compose.Lines()),
        .. CaddyHosting.Create(policies, new HostingOptions()),
    ];
}
