using MtaStsTools.Net;
using MtaStsTools.Publishing.Hosts.Folder;

namespace MtaStsTools.Publishing.Hosts;

/// <summary>
/// Keeps policy files in the folders of a web server, on a disk or a share. A file is replaced as a whole, by one rename; hosts that change the same folder
/// at the same time take turns; and a file that is no longer the one that was read is left alone.
/// </summary>
/// <remarks>Beside the policy file stand <c>.previous</c>, the file of before, and an empty <c>.lock</c>.</remarks>
public sealed class FolderPolicyHost : IPolicyHost
{
    private readonly FolderLayout _layout;
    private readonly FolderPolicyHostOptions _options;

    /// <summary>A host for the folders of <paramref name="options"/>.</summary>
    /// <exception cref="ArgumentException">The path or the file is empty, leaves its folder, or has a placeholder that is not known.</exception>
    public FolderPolicyHost(FolderPolicyHostOptions options)
    {
        _layout = new FolderLayout(options.Path, options.File);
        _options = options;
    }

    /// <inheritdoc/>
    public string Description => $"folder {DisplayText.Sanitize(_layout.Template)}";

    /// <inheritdoc/>
    public PolicyHostCapabilities Capabilities => new() { IsGuarded = true, IsAtomic = true, KeepsPrevious = _options.KeepPrevious };

    /// <inheritdoc/>
    public string? GetTarget(string domain) => _options.Target;

    /// <inheritdoc/>
    public Task<StoredPolicy> ReadAsync(string domain, CancellationToken cancellationToken)
    {
        var file = File(domain);
        return Task.Run(
            () =>
            {
                file.CheckPlace();
                var body = file.Read();
                return new StoredPolicy { Domain = domain, Location = file.Path, Body = body, Version = FolderFile.VersionOf(body) };
            },
            cancellationToken).WaitOrLeaveAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task ApplyAsync(PolicyFileChange change, CancellationToken cancellationToken)
    {
        var file = File(change.Domain);
        return Task.Run(
            async () =>
            {
                file.CheckPlace();
                if (change.Body is not null)
                    file.CreateFolder();
                using var turn = await file.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
                file.CheckPlace();
                file.Change(change, _options.KeepPrevious);
                return true;
            },
            cancellationToken).WaitOrLeaveAsync(cancellationToken);
    }

    private FolderFile File(string domain) => new(domain, _layout, _options.FollowLinks);
}
