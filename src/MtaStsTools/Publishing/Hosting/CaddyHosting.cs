namespace MtaStsTools.Publishing.Hosting;

/// <summary>A Caddyfile. Naming both schemes keeps Caddy from redirecting, and it gets the certificates itself.</summary>
internal static class CaddyHosting
{
    public static IEnumerable<HostingFile> Create(IReadOnlyList<HostedPolicy> policies, HostingOptions options) =>
        [new HostingFile("Caddyfile", Configuration(policies, options)), .. HostingExport.Files(policies, "www/")];

    public static string Configuration(IReadOnlyList<HostedPolicy> policies, HostingOptions options) =>
        Head(options) + string.Join("\n", policies.Select(policy => Site(policy, options)));

    private static string Head(HostingOptions options)
    {
        List<string> settings = [];
        if (options.HttpPort != 80)
            settings.Add($"http_port {options.HttpPort}");
        if (options.HttpsPort != 443)
            settings.Add($"https_port {options.HttpsPort}");
        return (settings.Count == 0
            ? """
            # Policies of MTA-STS (RFC 8461 section 3.3). Caddy gets and renews the certificates by ACME.
            """
            : $$"""
            # Policies of MTA-STS (RFC 8461 section 3.3).
            {
            {{string.Join("\n", settings.Select(setting => "\t" + setting))}}
            }
            """).Lines() + "\n";
    }

    // A block for each scheme: a certificate that is given has no business where HTTP is spoken.
    private static string Site(HostedPolicy policy, HostingOptions options)
    {
        List<string> settings = [];
        if (options.Address is { } address)
            settings.Add($"bind {address}");
        settings.Add($"root * \"{options.Root(policy)}\"");
        var tls = options.CertificateOf(policy) is { } certificate ? new[] { $"tls \"{certificate}\" \"{options.KeyOf(policy)}\"" } : [];
        return Block("http://" + policy.Host, settings) + "\n" + Block("https://" + policy.Host, [.. tls, .. settings]);
    }

    private static string Block(string address, IEnumerable<string> settings) =>
        $$"""
        {{address}} {
        {{string.Join("\n", settings.Select(setting => "\t" + setting))}}

        	# No redirect here, over HTTP neither: senders must not follow one.
        	handle {{WellKnownNames.PolicyPath}} {
        		header Content-Type "{{ServerText.MediaType}}"
        		header X-Content-Type-Options nosniff
        		header Cache-Control no-cache
        		file_server
        	}

        	handle {
        		respond 404
        	}
        }
        """.Lines();
}
