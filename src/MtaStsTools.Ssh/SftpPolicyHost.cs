using MtaStsTools.Net;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Ssh.Sftp;

namespace MtaStsTools.Ssh;

/// <summary>
/// Keeps policy files in the folders of a web server that is reached over SFTP. The server must have one of the keys that it is known by. A file is replaced as
/// a whole, by one rename; SFTP cannot refuse a change of what has changed, so the file is read right before and once more after.
/// </summary>
/// <remarks>Beside the policy file stands <c>.previous</c>, the file of before.</remarks>
public sealed class SftpPolicyHost : IPolicyHost
{
    private readonly SftpPolicyHostOptions _options;
    private readonly SftpLogin _login;
    private readonly RemoteLayout _layout;

    /// <summary>A host for the folders of <paramref name="options"/>.</summary>
    /// <exception cref="ArgumentException">
    /// The server, the account, a key of the server or a path cannot be, or there is not exactly one way to log in. The message holds no secret.
    /// </exception>
    public SftpPolicyHost(SftpPolicyHostOptions options) => (_options, _login, _layout) = (options, new SftpLogin(options), new RemoteLayout(options.Path, options.File));

    /// <inheritdoc/>
    public string Description => $"SFTP {_login.Place}:{DisplayText.Sanitize(_layout.Template, 400)}";

    /// <inheritdoc/>
    public PolicyHostCapabilities Capabilities => new() { IsAtomic = !_options.AllowGap, KeepsPrevious = _options.KeepPrevious };

    /// <inheritdoc/>
    public string? GetTarget(string domain) => _options.Target;

    /// <inheritdoc/>
    public Task<StoredPolicy> ReadAsync(string domain, CancellationToken cancellationToken) => WithinLimitAsync(
        domain,
        async (file, token) =>
        {
            await file.CheckPlaceAsync(token).ConfigureAwait(false);
            var body = await file.ReadAsync(token).ConfigureAwait(false);
            return new StoredPolicy { Domain = domain, Location = file.Location, Body = body };
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task ApplyAsync(PolicyFileChange change, CancellationToken cancellationToken) => WithinLimitAsync(
        change.Domain,
        async (file, token) =>
        {
            await file.CheckPlaceAsync(token).ConfigureAwait(false);
            await file.ChangeAsync(change, token).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;

    private async Task<T> WithinLimitAsync<T>(string domain, Func<RemoteFile, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        domain = DomainName.Parse(domain).Ascii;
        var errors = new SftpErrors(domain, _login.Place, _layout.FileOf(domain));
        var progress = new ChangeProgress();
        using var limit = new TimeLimit(_options.Timeout, cancellationToken);
        try
        {
            // On the pool, and left alone when time is up: the library's own calls do not heed tokens everywhere. The connection is closed by who opened it.
            return await Task.Run(() => RunAsync(domain, errors, progress, work, limit.Token), limit.Token).WaitOrLeaveAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsOver)
        {
            throw errors.TooSlow(_options.Timeout, progress.IsSent);
        }
    }

    private async Task<T> RunAsync<T>(string domain, SftpErrors errors, ChangeProgress progress, Func<RemoteFile, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var client = await _login.ConnectAsync(errors, _options.Timeout, cancellationToken).ConfigureAwait(false);
        try
        {
            return await work(new RemoteFile(client, domain, _layout, _options, errors, progress), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (PolicyHostException or OperationCanceledException))
        {
            // The library names no set of exceptions for what a server may do wrong.
            throw errors.From(exception, progress.IsSent);
        }
    }
}
