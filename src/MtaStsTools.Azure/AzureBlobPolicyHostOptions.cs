namespace MtaStsTools.Azure;

/// <summary>Where in a container the policies lie, and how they are served.</summary>
public sealed record AzureBlobPolicyHostOptions
{
    /// <summary>The container from which Azure serves the static website of a storage account.</summary>
    public const string WebsiteContainer = "$web";

    /// <summary>
    /// What stands before <c>.well-known/mta-sts.txt</c> in the name, where one container serves several sites: <c>{domain}</c> in it is the policy domain,
    /// <c>{host}</c> its policy host. Empty for one policy that serves every domain whose names lead here.
    /// </summary>
    public string Prefix { get; init; } = "";

    /// <summary>The header <c>Cache-Control</c>; by default caches on the way ask again each time.</summary>
    public string CacheControl { get; init; } = "no-cache";

    /// <summary>The name that <c>mta-sts.</c> of a domain has to be an alias of: that of the Front Door endpoint, say. Null where it is not known.</summary>
    public string? Target { get; init; }
}
