using MtaStsTools.Net;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Publishing.Hosting;

/// <summary>
/// Files that serve policies as senders demand (RFC 8461 §3.3): status 200 and <c>text/plain</c> at the well-known path, over HTTP too, without a redirect, and
/// a certificate for each policy host. A policy is never code: it stands in a file of its own, or as a string of JSON.
/// </summary>
public static class HostingExport
{
    // Whatever ends a word, a string or a block in one of the configurations, or is replaced in it.
    private const string NotInPaths = "\"'`;{}$<>|#*?";

    /// <summary>The files of a hosting.</summary>
    /// <param name="format">What serves the policies.</param>
    /// <param name="policies">The domains and their policies, each domain once.</param>
    /// <param name="options">What the files have to know of the place; null: the defaults.</param>
    /// <exception cref="ArgumentException">There is no policy, a domain comes twice, or an option cannot stand in a configuration.</exception>
    /// <exception cref="MtaStsFormatException">A policy has an Error.</exception>
    public static IReadOnlyList<HostingFile> Create(HostingFormat format, IReadOnlyList<HostedPolicy> policies, HostingOptions? options = null)
    {
        options ??= new HostingOptions();
        Check(options);
        if (policies.Count == 0)
            throw new ArgumentException("There is no policy to serve.", nameof(policies));
        if (policies.GroupBy(policy => policy.Domain).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"{twice.Key} has two policies.", nameof(policies));
        if (policies.SelectMany(policy => policy.Policy.Validate()).ToList() is var findings && findings.Exists(finding => finding.Severity == Severity.Error))
            throw new MtaStsFormatException(findings);

        List<HostedPolicy> sorted = [.. policies.OrderBy(policy => policy.Domain.Ascii, StringComparer.Ordinal)];
        return [.. format switch
        {
            HostingFormat.Nginx => NginxHosting.Create(sorted, options),
            HostingFormat.Caddy => CaddyHosting.Create(sorted, options),
            HostingFormat.Apache => ApacheHosting.Create(sorted, options),
            HostingFormat.Iis => IisHosting.Create(sorted),
            HostingFormat.CloudflareWorker => WorkerHosting.Create(sorted),
            HostingFormat.AzureStaticWebApp => StaticWebAppHosting.Create(sorted),
            HostingFormat.AzureFunction => AzureFunctionHosting.Create(sorted),
            HostingFormat.AwsCloudFront => CloudFormationHosting.Create(sorted),
            HostingFormat.GitHubPages => GitHubPagesHosting.Create(sorted),
            HostingFormat.Docker => DockerHosting.Create(sorted),
            HostingFormat.Kubernetes => KubernetesHosting.Create(sorted),
            HostingFormat.Terraform => TerraformHosting.Create(sorted),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
        }];
    }

    /// <summary>The policy files in folders of a web server, one for each policy host.</summary>
    internal static IEnumerable<HostingFile> Files(IEnumerable<HostedPolicy> policies, string folder) =>
        policies.Select(policy => new HostingFile($"{folder}{policy.Host}{WellKnownNames.PolicyPath}", policy.Text));

    private static void Check(HostingOptions options)
    {
        NetworkChecks.CheckPort(options.HttpPort, nameof(options.HttpPort));
        NetworkChecks.CheckPort(options.HttpsPort, nameof(options.HttpsPort));
        if (options.Address is { } address && !System.Net.IPAddress.TryParse(address, out _))
            throw new ArgumentException($"'{DisplayText.Sanitize(address)}' is no IP address.", nameof(options));
        if (options.Certificate is null != options.CertificateKey is null)
            throw new ArgumentException("A certificate needs its key, and a key its certificate.", nameof(options));
        foreach (var path in new[] { options.Root, options.Certificate, options.CertificateKey }.OfType<string>())
            CheckPath(path);
    }

    private static void CheckPath(string path)
    {
        PathTemplate.Check(path, nameof(path));
        if (path.Trim().Length == 0 || PathTemplate.Fill(path, "").Any(character => char.IsControl(character) || NotInPaths.Contains(character)))
            throw new ArgumentException($"'{DisplayText.Sanitize(path)}' cannot stand as a path in a configuration.", nameof(path));
    }
}
