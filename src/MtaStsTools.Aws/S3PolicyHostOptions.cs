namespace MtaStsTools.Aws;

/// <summary>Where in S3 the policies lie, and how they are served.</summary>
public sealed record S3PolicyHostOptions
{
    /// <summary>The bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>
    /// What stands before <c>.well-known/mta-sts.txt</c> in the key, where one bucket serves several sites: <c>{domain}</c> in it is the policy domain,
    /// <c>{host}</c> its policy host. Empty for one policy that serves every domain whose names lead here.
    /// </summary>
    public string Prefix { get; init; } = "";

    /// <summary>The service refuses writes that demand a version. Amazon's does; some that speak as it does take no notice.</summary>
    public bool IsConditional { get; init; } = true;

    /// <summary>The header <c>Cache-Control</c>; by default caches on the way ask again each time.</summary>
    public string CacheControl { get; init; } = "no-cache";

    /// <summary>The name that <c>mta-sts.</c> of a domain has to be an alias of: that of the distribution (<c>d111111abcdef8.cloudfront.net</c>). Null where it is not known.</summary>
    public string? Target { get; init; }

    /// <summary>Told after each change so that its caches ask anew; null where no distribution has to be told.</summary>
    public CloudFrontOptions? CloudFront { get; init; }
}
