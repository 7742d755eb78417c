using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using MtaStsTools.Aws.CloudFront;
using MtaStsTools.Aws.S3;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Aws;

/// <summary>
/// Keeps policy files in a bucket of Amazon S3, behind a CloudFront distribution that has the domain's name and certificate. A change is refused by the
/// service where the object is no longer the one that was read (its ETag).
/// </summary>
public sealed class S3PolicyHost : IPolicyHost
{
    private const string PolicyName = ".well-known/" + WellKnownNames.PolicyFile;

    /// <summary>Larger than any policy: senders read no more (RFC 8461 §3.3).</summary>
    private const int MaxLength = 64 * 1024;

    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    private readonly IAmazonS3 _client;
    private readonly S3PolicyHostOptions _options;
    private readonly TimeSpan _timeout;
    private readonly Invalidation? _invalidation;

    /// <summary>A host for one bucket.</summary>
    /// <param name="client">The service, with who asks and how requests are repeated.</param>
    /// <param name="options">Where in it the policies lie.</param>
    /// <param name="timeout">How long one request may take, its repetitions included; null for 30 seconds.</param>
    /// <exception cref="ArgumentException">The prefix has a placeholder that is not known, or the endpoint of CloudFront cannot be.</exception>
    public S3PolicyHost(IAmazonS3 client, S3PolicyHostOptions options, TimeSpan? timeout = null)
    {
        _client = client;
        _options = options;
        _timeout = timeout ?? DefaultTimeout;
        PathTemplate.Check(options.Prefix, nameof(options));
        _invalidation = options.CloudFront is null ? null : new Invalidation(options.CloudFront);
        Capabilities = new PolicyHostCapabilities { IsGuarded = options.IsConditional, IsAtomic = true, Propagation = options.CloudFront is null ? TimeSpan.Zero : TimeSpan.FromMinutes(5) };
    }

    /// <summary>A host for one bucket, asked as this library does it.</summary>
    /// <param name="options">The bucket, and where in it the policies lie.</param>
    /// <param name="credentials">Who asks.</param>
    /// <param name="region">The bucket's region: <c>eu-central-1</c>; null for the one that the AWS tools are set to.</param>
    /// <param name="endpoint">A service that speaks as S3 does; null for Amazon's own.</param>
    /// <param name="timeout">How long one request may take, its repetitions included; null for 30 seconds.</param>
    /// <exception cref="InvalidOperationException">No region is given, and the AWS tools are set to none.</exception>
    public static S3PolicyHost Create(S3PolicyHostOptions options, AWSCredentials credentials, string? region = null, Uri? endpoint = null, TimeSpan? timeout = null) =>
        new(S3Client.Create(credentials, region, endpoint is null ? null : ApiEndpoint.Check(endpoint, nameof(endpoint)), timeout ?? DefaultTimeout), options, timeout);

    /// <inheritdoc/>
    public string Description => $"S3 bucket {DisplayText.Sanitize(_options.Bucket)}";

    /// <inheritdoc/>
    public PolicyHostCapabilities Capabilities { get; }

    /// <inheritdoc/>
    public string? GetTarget(string domain) => _options.Target;

    /// <inheritdoc/>
    public Task<StoredPolicy> ReadAsync(string domain, CancellationToken cancellationToken) =>
        AskAsync(new S3Errors(Description, domain, isChange: false), token => FetchAsync(domain, token), cancellationToken);

    /// <inheritdoc/>
    public async Task ApplyAsync(PolicyFileChange change, CancellationToken cancellationToken)
    {
        var errors = new S3Errors(Description, change.Domain, isChange: true);
        var version = change.Expected.Version;
        if (!_options.IsConditional || (change.Expected.Body is not null && version is null))
        {
            var now = await ReadAsync(change.Domain, cancellationToken).ConfigureAwait(false);
            if (!change.Expected.Holds(now.Body))
                throw errors.Changed("has another policy than when the change was planned; nothing was changed");
            version = now.Version;
        }

        await AskAsync(errors, token => WriteAsync(change, version, errors, token), cancellationToken).ConfigureAwait(false);
        if (_invalidation is not null)
            await InvalidateAsync(_invalidation, change.Domain, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;

    private static async Task InvalidateAsync(Invalidation invalidation, string domain, CancellationToken cancellationToken)
    {
        try
        {
            // What viewers ask for: the prefix is the origin's business.
            await invalidation.SendAsync(domain, WellKnownNames.PolicyPath, cancellationToken).ConfigureAwait(false);
        }
        catch (PolicyHostException exception)
        {
            throw new PolicyHostException(exception.Kind, $"{exception.Message} The file itself is stored, and served when the caches ask anew.", exception.Remedy, exception.InnerException)
            {
                Detail = exception.Detail,
                Server = exception.Server,
                MayHaveChanged = true,
                IsAuthenticated = exception.IsAuthenticated,
            };
        }
    }

    private string KeyOf(string domain) => PathTemplate.Fill(_options.Prefix, domain) + PolicyName;

    private async Task<StoredPolicy> FetchAsync(string domain, CancellationToken cancellationToken)
    {
        var errors = new S3Errors(Description, domain, isChange: false);
        var isAnswering = false;
        var stored = new StoredPolicy { Domain = domain, Location = $"s3://{_options.Bucket}/{KeyOf(domain)}" };
        try
        {
            using var answer = await _client.GetObjectAsync(new GetObjectRequest { BucketName = _options.Bucket, Key = KeyOf(domain) }, cancellationToken).ConfigureAwait(false);
            isAnswering = true;
            if (answer.ContentLength > MaxLength)
                throw errors.TooLarge(answer.ContentLength);
            var body = await BoundedBody.ReadAsync(answer.ResponseStream, MaxLength, cancellationToken).ConfigureAwait(false) ?? throw errors.TooLarge(MaxLength + 1);
            return stored with { Body = body, Version = answer.ETag };
        }
        catch (AmazonClientException) when (isAnswering)
        {
            throw errors.Garbled();
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound && exception.ErrorCode != "NoSuchBucket")
        {
            return stored;
        }
    }

    private async Task<bool> WriteAsync(PolicyFileChange change, string? version, S3Errors errors, CancellationToken cancellationToken)
    {
        var key = KeyOf(change.Domain);
        if (change.Body is { } body)
        {
            var request = new PutObjectRequest
            {
                BucketName = _options.Bucket,
                Key = key,
                InputStream = new MemoryStream(body.ToArray(), writable: false),
                ContentType = "text/plain",

                // In chunks that are signed one by one: for streams, and not known to all that speak as S3 does.
                UseChunkEncoding = false,
            };
            if (_options.IsConditional)
                (request.IfMatch, request.IfNoneMatch) = (version, version is null ? "*" : null);
            request.Headers.CacheControl = _options.CacheControl;
            await _client.PutObjectAsync(request, cancellationToken).ConfigureAwait(false);
        }
        else if (version is not null)
        {
            await _client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = _options.Bucket, Key = key, IfMatch = _options.IsConditional ? version : null }, cancellationToken).ConfigureAwait(false);
        }
        else if ((await FetchAsync(change.Domain, cancellationToken).ConfigureAwait(false)).Body is not null)
        {
            throw errors.Changed("has a policy where there was none when the change was planned; nothing was changed");
        }

        return true;
    }

    private async Task<T> AskAsync<T>(S3Errors errors, Func<CancellationToken, Task<T>> request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_timeout);
        try
        {
            return await request(limit.Token).ConfigureAwait(false);
        }
        catch (AmazonS3Exception exception)
        {
            throw errors.FromService(exception);
        }
        catch (AmazonClientException exception)
        {
            throw errors.FromClient(exception);
        }
        catch (Exception exception) when (exception is System.Net.Http.HttpRequestException or WebException or IOException)
        {
            throw errors.Unreachable(exception);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw errors.TooSlow(_timeout);
        }
    }
}
