using System.Management.Automation;
using System.Security;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.PowerShell.Commands;

public sealed partial class NewMtaStsPolicyHostCommand
{
    private const string GitHubPagesSet = "GitHubPages";

    /// <summary>The repository of a GitHub Pages site.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GitHubPagesSet)]
    public SwitchParameter GitHubPages { get; set; }

    /// <summary>The account or organization that has the repository.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GitHubPagesSet)]
    [ValidateNotNullOrEmpty]
    public string Owner { get; set; } = "";

    /// <summary>The repository's name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GitHubPagesSet)]
    [ValidateNotNullOrEmpty]
    public string Repository { get; set; } = "";

    /// <summary>A token that may write the contents of the repository.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GitHubPagesSet)]
    [SecretTransformation]
    public SecureString Token { get; set; } = new();

    /// <summary>The branch that the site is published from.</summary>
    [Parameter(ParameterSetName = GitHubPagesSet)]
    [ValidateNotNullOrEmpty]
    public string Branch { get; set; } = "main";

    /// <summary>The folder of the repository that the site is published from; without it, the root.</summary>
    [Parameter(ParameterSetName = GitHubPagesSet)]
    [ValidateNotNullOrEmpty]
    public string? SiteFolder { get; set; }

    private GitHubPagesHost CreateGitHubPages()
    {
        var options = new GitHubPagesHostOptions
        {
            Owner = Owner,
            Repository = Repository,
            Token = ProviderSecret.FromSecureString(Token),
            Branch = Branch,
            Folder = SiteFolder ?? "",
            Api = Api,
        };
        return new GitHubPagesHost(Endpoint is null ? options : options with { Endpoint = Endpoint });
    }
}
