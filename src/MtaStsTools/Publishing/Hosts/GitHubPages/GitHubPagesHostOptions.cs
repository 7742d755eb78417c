using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Hosts;

/// <summary>The repository whose GitHub Pages site is the policy host of a domain.</summary>
public sealed record GitHubPagesHostOptions
{
    /// <summary>The account or organization that has the repository.</summary>
    public required string Owner { get; init; }

    /// <summary>The repository's name.</summary>
    public required string Repository { get; init; }

    /// <summary>A token that may write the repository's contents: a fine-grained one with the permission <c>Contents: Read and write</c>.</summary>
    public required ProviderSecret Token { get; init; }

    /// <summary>The branch that the site is published from.</summary>
    public string Branch { get; init; } = "main";

    /// <summary>The folder that the site is published from: nothing for the root, or <c>docs</c>.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The address of the API; another one for GitHub Enterprise.</summary>
    public Uri Endpoint { get; init; } = new("https://api.github.com/");

    /// <summary>Time limits and repetitions.</summary>
    public HttpApiOptions Api { get; init; } = new();
}
