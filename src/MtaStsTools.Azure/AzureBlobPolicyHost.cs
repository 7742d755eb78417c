using Azure;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MtaStsTools.Azure.Blob;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Azure;

/// <summary>
/// Keeps policy files in a container of Azure Blob Storage: that of the static website, from which a storage account serves them behind a Front Door that has
/// the domain's name and certificate. A change is refused by the service where the blob is no longer the one that was read (its ETag).
/// </summary>
public sealed class AzureBlobPolicyHost : IPolicyHost
{
    private const string PolicyName = ".well-known/" + WellKnownNames.PolicyFile;

    /// <summary>Larger than any policy: senders read no more (RFC 8461 §3.3).</summary>
    private const int MaxLength = 64 * 1024;

    private readonly BlobContainerClient _container;
    private readonly AzureBlobPolicyHostOptions _options;
    private readonly TimeSpan _timeout;

    /// <summary>A host for one container.</summary>
    /// <param name="container">The container, with who asks and how requests are repeated.</param>
    /// <param name="options">Where in it the policies lie.</param>
    /// <param name="timeout">How long one request may take, its repetitions included; null for 30 seconds.</param>
    /// <exception cref="ArgumentException">The prefix has a placeholder that is not known.</exception>
    public AzureBlobPolicyHost(BlobContainerClient container, AzureBlobPolicyHostOptions? options = null, TimeSpan? timeout = null)
    {
        _container = container;
        _options = options ?? new AzureBlobPolicyHostOptions();
        PathTemplate.Check(_options.Prefix, nameof(options));
        _timeout = timeout ?? TimeSpan.FromSeconds(30);
    }

    /// <inheritdoc/>
    public string Description => $"container {DisplayText.Sanitize(_container.Name)} of the storage account {DisplayText.Sanitize(_container.AccountName)}";

    /// <inheritdoc/>
    public PolicyHostCapabilities Capabilities { get; } = new() { IsGuarded = true, IsAtomic = true };

    /// <inheritdoc/>
    public string? GetTarget(string domain) => _options.Target;

    /// <inheritdoc/>
    public Task<StoredPolicy> ReadAsync(string domain, CancellationToken cancellationToken) =>
        AskAsync(new BlobErrors(Description, domain, isChange: false), token => FetchAsync(domain, token), cancellationToken);

    /// <inheritdoc/>
    public async Task ApplyAsync(PolicyFileChange change, CancellationToken cancellationToken)
    {
        var errors = new BlobErrors(Description, change.Domain, isChange: true);
        var version = change.Expected.Version;
        if (change.Expected.Body is not null && version is null)
        {
            var now = await ReadAsync(change.Domain, cancellationToken).ConfigureAwait(false);
            if (!change.Expected.Holds(now.Body))
                throw errors.Changed("has another policy than when the change was planned; nothing was changed");
            version = now.Version;
        }

        await AskAsync(errors, token => WriteAsync(change, version, errors, token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;

    private string NameOf(string domain) => PathTemplate.Fill(_options.Prefix, domain) + PolicyName;

    private BlobClient BlobOf(string domain) => _container.GetBlobClient(NameOf(domain));

    private async Task<StoredPolicy> FetchAsync(string domain, CancellationToken cancellationToken)
    {
        var errors = new BlobErrors(Description, domain, isChange: false);
        var stored = new StoredPolicy { Domain = domain, Location = $"{_container.Name}/{NameOf(domain)}" };
        try
        {
            using var download = (await BlobOf(domain).DownloadStreamingAsync(cancellationToken: cancellationToken).ConfigureAwait(false)).Value;
            if (download.Details.ContentLength > MaxLength)
                throw errors.TooLarge(download.Details.ContentLength);
            var body = await BoundedBody.ReadAsync(download.Content, MaxLength, cancellationToken).ConfigureAwait(false) ?? throw errors.TooLarge(MaxLength + 1);
            return stored with { Body = body, Version = download.Details.ETag.ToString() };
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return stored;
        }
    }

    private async Task<bool> WriteAsync(PolicyFileChange change, string? version, BlobErrors errors, CancellationToken cancellationToken)
    {
        var demand = version is null ? new BlobRequestConditions { IfNoneMatch = ETag.All } : new BlobRequestConditions { IfMatch = new ETag(version) };
        if (change.Body is { } body)
        {
            var headers = new BlobHttpHeaders { ContentType = "text/plain", CacheControl = _options.CacheControl };
            await BlobOf(change.Domain).UploadAsync(new BinaryData(body), new BlobUploadOptions { HttpHeaders = headers, Conditions = demand }, cancellationToken).ConfigureAwait(false);
        }
        else if (version is not null)
        {
            await BlobOf(change.Domain).DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots, demand, cancellationToken).ConfigureAwait(false);
        }
        else if ((await FetchAsync(change.Domain, cancellationToken).ConfigureAwait(false)).Body is not null)
        {
            throw errors.Changed("has a policy where there was none when the change was planned; nothing was changed");
        }

        return true;
    }

    private async Task<T> AskAsync<T>(BlobErrors errors, Func<CancellationToken, Task<T>> request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_timeout);
        try
        {
            return await request(limit.Token).ConfigureAwait(false);
        }
        catch (RequestFailedException exception)
        {
            throw errors.FromService(exception);
        }
        catch (AuthenticationFailedException exception)
        {
            throw errors.FromCredential(exception);
        }
        catch (AggregateException exception) when (exception.InnerExceptions.Count > 0 && exception.InnerExceptions[0] is RequestFailedException failed)
        {
            throw errors.FromService(failed);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw errors.TooSlow(_timeout);
        }
    }
}
