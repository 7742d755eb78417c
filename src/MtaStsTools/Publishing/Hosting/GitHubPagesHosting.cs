namespace MtaStsTools.Publishing.Hosting;

/// <summary>A repository for each policy host: GitHub Pages serves one name a repository, and gets its certificate.</summary>
internal static class GitHubPagesHosting
{
    // Without .nojekyll the folder .well-known is left out.
    public static IEnumerable<HostingFile> Create(IReadOnlyList<HostedPolicy> policies) =>
    [
        .. policies.SelectMany(policy => new[] { new HostingFile($"{policy.Host}/CNAME", policy.Host + "\n"), new HostingFile($"{policy.Host}/.nojekyll", "") }),
        .. HostingExport.Files(policies, ""),
    ];
}
