using System.Text;
using MtaStsTools.Publishing.Hosts.GitHubPages;

namespace MtaStsTools.Publishing.Hosts;

/// <summary>
/// Keeps the policy of one domain in the repository of a GitHub Pages site, each change a commit that is refused where the file is no longer the one that
/// was read. <c>.nojekyll</c>, without which the site leaves out <c>.well-known</c>, and <c>CNAME</c>, which names the policy host, are added where they are
/// missing; a site of another name is left alone.
/// </summary>
public sealed class GitHubPagesHost : IPolicyHost
{
    // What the site lets caches keep a file.
    private static readonly TimeSpan CacheTime = TimeSpan.FromMinutes(10);

    private readonly GitHubPagesHostOptions _options;
    private readonly GitHubContents _contents;

    /// <summary>A host for one repository.</summary>
    /// <exception cref="ArgumentException">The repository, the branch or the folder is none, the endpoint is not acceptable, or the token cannot be one.</exception>
    public GitHubPagesHost(GitHubPagesHostOptions options)
    {
        foreach (var name in new[] { options.Owner, options.Repository })
        {
            if (name.Length is 0 or > 100 || name.Trim('.').Length == 0 || !name.All(character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.'))
                throw new ArgumentException($"'{DisplayText.Sanitize(name)}' is not the name of an account or a repository at GitHub.", nameof(options));
        }

        if (options.Folder.Length > 0 && options.Folder.Trim('/').Split('/').Any(segment => segment.Trim('.').Length == 0))
            throw new ArgumentException($"'{DisplayText.Sanitize(options.Folder)}' is not a folder inside a repository.", nameof(options));
        (_options, _contents) = (options, new GitHubContents(options));
    }

    /// <inheritdoc/>
    public string Description => $"GitHub Pages of {_options.Owner}/{_options.Repository}";

    /// <inheritdoc/>
    public PolicyHostCapabilities Capabilities { get; } = new() { IsGuarded = true, IsAtomic = true, KeepsPrevious = true, Propagation = CacheTime };

    private string PolicyPath => InFolder(WellKnownNames.PolicyPath.TrimStart('/'));

    /// <inheritdoc/>
    public string? GetTarget(string domain) => _options.Owner.ToLowerInvariant() + ".github.io";

    /// <inheritdoc/>
    public async Task<StoredPolicy> ReadAsync(string domain, CancellationToken cancellationToken)
    {
        await CheckSiteAsync(domain, cancellationToken).ConfigureAwait(false);
        var file = await _contents.ReadAsync(domain, PolicyPath, cancellationToken).ConfigureAwait(false);
        if (file is null)
            await _contents.CheckRepositoryAsync(domain, cancellationToken).ConfigureAwait(false);
        return new StoredPolicy
        {
            Domain = domain,
            Location = $"{_options.Owner}/{_options.Repository}/{PolicyPath} in the branch {DisplayText.Sanitize(_options.Branch)}",
            Body = file is null ? default(ReadOnlyMemory<byte>?) : file.Content,
            Version = file?.Sha,
        };
    }

    /// <inheritdoc/>
    public async Task ApplyAsync(PolicyFileChange change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (change.IsEmpty)
            return;
        if (change.Body is not { } body)
        {
            await DeleteAsync(change, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (!await CheckSiteAsync(change.Domain, cancellationToken).ConfigureAwait(false))
            await AddAsync(change.Domain, InFolder("CNAME"), PolicyHost(change.Domain) + "\n", "Name the policy host", cancellationToken).ConfigureAwait(false);
        await AddAsync(change.Domain, InFolder(".nojekyll"), "", "Let the site have folders that begin with a dot", cancellationToken).ConfigureAwait(false);
        var message = $"{(change.Expected.Body is null ? "Publish" : "Change")} the MTA-STS policy of {change.Domain}";
        await _contents.WriteAsync(change.Domain, PolicyPath, body.ToArray(), change.Expected.Version, message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;

    private static string PolicyHost(string domain) => "mta-sts." + domain.ToLowerInvariant();

    private string InFolder(string path) => _options.Folder.Trim('/') is { Length: > 0 } folder ? $"{folder}/{path}" : path;

    /// <summary>Whether the site has a name; a site of another name is an error, since its policy is that of another domain.</summary>
    private async Task<bool> CheckSiteAsync(string domain, CancellationToken cancellationToken)
    {
        if (await _contents.ReadAsync(domain, InFolder("CNAME"), cancellationToken).ConfigureAwait(false) is not { } file)
            return false;
        var name = Encoding.UTF8.GetString(file.Content).Trim().TrimEnd('.');
        return string.Equals(name, PolicyHost(domain), StringComparison.OrdinalIgnoreCase)
            ? true
            : throw _contents.Client.Errors.Create(
                domain, ProviderErrorKind.InvalidRequest, $"has a site of the name '{DisplayText.Sanitize(name)}' in {_options.Owner}/{_options.Repository}, and not of {PolicyHost(domain)}.",
                "Take a repository of its own for each domain, or correct the file CNAME.");
    }

    /// <summary>Adds a file where there is none. Where somebody else added it in the same moment, that is as good.</summary>
    private async Task AddAsync(string domain, string path, string text, string message, CancellationToken cancellationToken)
    {
        if (await _contents.ReadAsync(domain, path, cancellationToken).ConfigureAwait(false) is not null)
            return;
        try
        {
            await _contents.WriteAsync(domain, path, Encoding.UTF8.GetBytes(text), null, message, cancellationToken).ConfigureAwait(false);
        }
        catch (PolicyHostException exception) when (exception.Kind == ProviderErrorKind.Conflict)
        {
            if (await _contents.ReadAsync(domain, path, cancellationToken).ConfigureAwait(false) is null)
                throw;
        }
    }

    private async Task DeleteAsync(PolicyFileChange change, CancellationToken cancellationToken)
    {
        try
        {
            await _contents.DeleteAsync(change.Domain, PolicyPath, change.Expected.Version ?? "", $"Remove the MTA-STS policy of {change.Domain}", cancellationToken).ConfigureAwait(false);
        }
        catch (PolicyHostException exception) when (exception.Kind == ProviderErrorKind.NotFound)
        {
            await _contents.CheckRepositoryAsync(change.Domain, cancellationToken).ConfigureAwait(false);
            throw _contents.Client.Errors.Create(
                change.Domain, ProviderErrorKind.Conflict, "no longer has the file that was to be removed.", "Somebody else removed it at the same time: look at it, then plan again.");
        }
    }
}
