using System.Management.Automation;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Makes the object through which policy files are stored, for the parameter -To. Each kind of host has a parameter set and a file of its own.</summary>
[Cmdlet(VerbsCommon.New, "MtaStsPolicyHost", DefaultParameterSetName = FolderSet)]
[OutputType(typeof(IPolicyHost))]
public sealed partial class NewMtaStsPolicyHostCommand : MtaStsCmdlet
{
    /// <summary>The address of the service's API, where it is another than the usual one.</summary>
    [Parameter(ParameterSetName = GitHubPagesSet)]
    [Parameter(ParameterSetName = CloudflareWorkerSet)]
    [Parameter(ParameterSetName = AzureBlobSet)]
    [Parameter(ParameterSetName = AzureBlobKeySet)]
    [Parameter(ParameterSetName = AzureBlobSasSet)]
    [Parameter(ParameterSetName = AzureBlobSecretSet)]
    [Parameter(ParameterSetName = AzureBlobTokenSet)]
    [Parameter(ParameterSetName = S3Set)]
    [Parameter(ParameterSetName = S3KeySet)]
    [ValidateNotNull]
    public Uri? Endpoint { get; set; }

    /// <summary>The time limit of each request, in seconds.</summary>
    [Parameter(ParameterSetName = GitHubPagesSet)]
    [Parameter(ParameterSetName = CloudflareWorkerSet)]
    [Parameter(ParameterSetName = AzureBlobSet)]
    [Parameter(ParameterSetName = AzureBlobKeySet)]
    [Parameter(ParameterSetName = AzureBlobSasSet)]
    [Parameter(ParameterSetName = AzureBlobSecretSet)]
    [Parameter(ParameterSetName = AzureBlobTokenSet)]
    [Parameter(ParameterSetName = S3Set)]
    [Parameter(ParameterSetName = S3KeySet)]
    [ValidateRange(1, 600)]
    public int TimeoutSec { get; set; } = 30;

    private HttpApiOptions Api => new() { Timeout = TimeSpan.FromSeconds(TimeoutSec) };

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            WriteObject(CreateHost());
        }
        catch (CommandFailedException exception)
        {
            ThrowTerminatingError(exception.ErrorRecord);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(CommandError.Create(
                "InvalidPolicyHost", ErrorCategory.InvalidArgument, CommandError.Sentence(exception), targetObject: null, "Correct the parameter and run the command again.", exception));
        }
    }

    private IPolicyHost CreateHost() => ParameterSetName switch
    {
        GitHubPagesSet => CreateGitHubPages(),
        CloudflareWorkerSet => CreateCloudflareWorker(),
        AzureBlobSet or AzureBlobKeySet or AzureBlobSasSet or AzureBlobSecretSet or AzureBlobTokenSet => CreateAzureBlob(),
        S3Set or S3KeySet => CreateS3(),
        ScriptBlockSet => CreateScriptBlock(),
        _ => CreateFolder(),
    };
}
