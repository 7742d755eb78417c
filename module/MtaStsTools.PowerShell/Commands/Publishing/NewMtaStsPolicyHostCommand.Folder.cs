using System.Management.Automation;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.PowerShell.Commands;

public sealed partial class NewMtaStsPolicyHostCommand
{
    private const string FolderSet = "Folder";

    /// <summary>The folders of a web server, on a disk or a share.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FolderSet)]
    public SwitchParameter Folder { get; set; }

    /// <summary>The root folder of the web site; {domain} stands for the policy domain, {host} for its policy host.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = FolderSet)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The policy file below the root folder, with the same placeholders.</summary>
    [Parameter(ParameterSetName = FolderSet)]
    [ValidateNotNullOrEmpty]
    public string File { get; set; } = WellKnownNames.PolicyPath.TrimStart('/');

    /// <summary>Follow symbolic links and junctions from the first placeholder on.</summary>
    [Parameter(ParameterSetName = FolderSet)]
    public SwitchParameter FollowLinks { get; set; }

    /// <summary>Do not keep the file of before beside the new one.</summary>
    [Parameter(ParameterSetName = FolderSet)]
    public SwitchParameter NoPrevious { get; set; }

    /// <summary>What the name of a policy host has to be a CNAME of so that senders come to this web server.</summary>
    [Parameter(ParameterSetName = FolderSet)]
    [Parameter(ParameterSetName = AzureBlobSet)]
    [Parameter(ParameterSetName = AzureBlobKeySet)]
    [Parameter(ParameterSetName = AzureBlobSasSet)]
    [Parameter(ParameterSetName = AzureBlobSecretSet)]
    [Parameter(ParameterSetName = AzureBlobTokenSet)]
    [Parameter(ParameterSetName = S3Set)]
    [Parameter(ParameterSetName = S3KeySet)]
    [Parameter(ParameterSetName = ScriptBlockSet)]
    [ValidateNotNullOrEmpty]
    public string? Target { get; set; }

    private FolderPolicyHost CreateFolder() => new(new FolderPolicyHostOptions
    {
        Path = FilePaths.Target(this, Path),
        File = File,
        FollowLinks = FollowLinks,
        KeepPrevious = !NoPrevious,
        Target = Target,
    });
}
