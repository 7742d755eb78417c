namespace MtaStsTools.Publishing.Hosting;

/// <summary>Virtual hosts for Apache 2.4, with mod_ssl, mod_headers, and mod_md where no certificate is given.</summary>
internal static class ApacheHosting
{
    public static IEnumerable<HostingFile> Create(IReadOnlyList<HostedPolicy> policies, HostingOptions options) =>
    [
        new HostingFile("mta-sts.conf", Head(options) + string.Join("\n", policies.Select(policy => Sites(policy, options)))),
        .. HostingExport.Files(policies, "www/"),
    ];

    private static string Head(HostingOptions options) => (options.Certificate is not null
        ? """
        # Policies of MTA-STS (RFC 8461 section 3.3). Modules: ssl, headers, alias, mime (a2enmod ssl headers).
        """
        : """
        # Policies of MTA-STS (RFC 8461 section 3.3). Modules: ssl, headers, alias, mime, md (a2enmod ssl headers md).
        # mod_md gets and renews the certificates by ACME; tell the authority how to reach you with MDContactEmail.
        MDCertificateAgreement accepted
        """).Lines() + "\n";

    private static string Sites(HostedPolicy policy, HostingOptions options)
    {
        var address = options.Address ?? "*";
        var domain = options.Certificate is null ? $"MDomain {policy.Host}\n\n" : "";
        var ssl = options.CertificateOf(policy) is { } certificate
            ? $"\n  SSLCertificateFile \"{certificate}\"\n  SSLCertificateKeyFile \"{options.KeyOf(policy)}\""
            : "";
        return domain + $"""
            <VirtualHost {ServerText.Socket(address, options.HttpPort)}>
            {Site(policy, options)}
            </VirtualHost>

            <VirtualHost {ServerText.Socket(address, options.HttpsPort)}>
              SSLEngine on
              SSLProtocol -all +TLSv1.2 +TLSv1.3{ssl}
            {Site(policy, options)}
            </VirtualHost>
            """.Lines();
    }

    private static string Site(HostedPolicy policy, HostingOptions options) =>
        $"""
          ServerName {policy.Host}
          DocumentRoot "{options.Root(policy)}"
          <Directory "{options.Root(policy)}">
            AllowOverride None
            Options None
            Require all denied
          </Directory>
          # Nothing else is here. (To mod_alias a status is a redirect, too; none is sent.)
          RedirectMatch 404 "^/(?!\.well-known/(mta-sts\.txt$|acme-challenge/))"
          # No redirect here, over HTTP neither: senders must not follow one.
          <Location "{WellKnownNames.PolicyPath}">
            Require all granted
            ForceType "{ServerText.MediaType}"
            Header always set X-Content-Type-Options nosniff
            Header always set Cache-Control no-cache
          </Location>
        """;
}
