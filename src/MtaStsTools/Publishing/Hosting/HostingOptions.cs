namespace MtaStsTools.Publishing.Hosting;

/// <summary>What the files of a hosting have to know of the place where they are used; only <see cref="HostingFormat.Nginx"/>, <see cref="HostingFormat.Caddy"/> and <see cref="HostingFormat.Apache"/> ask.</summary>
public sealed record HostingOptions
{
    /// <summary>Where the folder <c>www</c> of the hosting lies on the server.</summary>
    public string Root { get; init; } = "/srv/mta-sts/www";

    /// <summary>
    /// The certificate chain of a policy host in PEM; <c>{host}</c> and <c>{domain}</c> stand for its names. Null: Caddy and Apache get their certificates by
    /// ACME, and nginx is shown where certbot keeps them.
    /// </summary>
    public string? Certificate { get; init; }

    /// <summary>The key of <see cref="Certificate"/> in PEM.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>The address to listen on; null: every one.</summary>
    public string? Address { get; init; }

    /// <summary>The port for HTTP.</summary>
    public int HttpPort { get; init; } = 80;

    /// <summary>The port for HTTPS. Senders use 443 and no other; another one is for laboratories.</summary>
    public int HttpsPort { get; init; } = 443;
}
