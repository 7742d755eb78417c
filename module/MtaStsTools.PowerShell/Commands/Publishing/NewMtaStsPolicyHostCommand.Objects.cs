using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

public sealed partial class NewMtaStsPolicyHostCommand
{
    /// <summary>What stands before .well-known/mta-sts.txt in the object's name; {domain} stands for the policy domain, {host} for its policy host.</summary>
    [Parameter(ParameterSetName = AzureBlobSet)]
    [Parameter(ParameterSetName = AzureBlobKeySet)]
    [Parameter(ParameterSetName = AzureBlobSasSet)]
    [Parameter(ParameterSetName = AzureBlobSecretSet)]
    [Parameter(ParameterSetName = AzureBlobTokenSet)]
    [Parameter(ParameterSetName = S3Set)]
    [Parameter(ParameterSetName = S3KeySet)]
    [AllowEmptyString]
    public string Prefix { get; set; } = "";

    /// <summary>The header Cache-Control with which the file is served.</summary>
    [Parameter(ParameterSetName = AzureBlobSet)]
    [Parameter(ParameterSetName = AzureBlobKeySet)]
    [Parameter(ParameterSetName = AzureBlobSasSet)]
    [Parameter(ParameterSetName = AzureBlobSecretSet)]
    [Parameter(ParameterSetName = AzureBlobTokenSet)]
    [Parameter(ParameterSetName = S3Set)]
    [Parameter(ParameterSetName = S3KeySet)]
    [ValidateNotNullOrEmpty]
    public string? CacheControl { get; set; }

    private CloudPlace Place() => new() { Prefix = Prefix, CacheControl = CacheControl, Target = Target, Timeout = TimeSpan.FromSeconds(TimeoutSec) };
}
