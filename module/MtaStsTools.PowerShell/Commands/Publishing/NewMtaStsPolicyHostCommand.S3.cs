using System.Management.Automation;
using System.Security;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.PowerShell.Commands;

public sealed partial class NewMtaStsPolicyHostCommand
{
    private const string S3Set = "S3";
    private const string S3KeySet = "S3Key";

    /// <summary>A bucket of Amazon S3, or of a service that speaks as it does.</summary>
    [Parameter(Mandatory = true, ParameterSetName = S3Set)]
    [Parameter(Mandatory = true, ParameterSetName = S3KeySet)]
    public SwitchParameter S3 { get; set; }

    /// <summary>The bucket.</summary>
    [Parameter(Mandatory = true, ParameterSetName = S3Set)]
    [Parameter(Mandatory = true, ParameterSetName = S3KeySet)]
    [ValidateNotNullOrEmpty]
    public string Bucket { get; set; } = "";

    /// <summary>The region of the bucket. Without it, the one that the AWS tools are set to.</summary>
    [Parameter(ParameterSetName = S3Set)]
    [Parameter(ParameterSetName = S3KeySet)]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    /// <summary>The service knows no conditional writes: the file is read once more before it is changed instead.</summary>
    [Parameter(ParameterSetName = S3Set)]
    [Parameter(ParameterSetName = S3KeySet)]
    public SwitchParameter NoConditions { get; set; }

    /// <summary>A CloudFront distribution whose caches are told to ask anew after each change.</summary>
    [Parameter(ParameterSetName = S3Set)]
    [Parameter(ParameterSetName = S3KeySet)]
    [ValidateNotNullOrEmpty]
    public string? DistributionId { get; set; }

    /// <summary>A profile of the AWS tools. Without it and a key, what the usual chain finds.</summary>
    [Parameter(ParameterSetName = S3Set)]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary>The id of an access key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = S3KeySet)]
    [ValidateNotNullOrEmpty]
    public string? AccessKeyId { get; set; }

    /// <summary>The secret of the access key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = S3KeySet)]
    [SecretTransformation]
    public SecureString? SecretAccessKey { get; set; }

    /// <summary>The token that belongs to a temporary access key.</summary>
    [Parameter(ParameterSetName = S3KeySet)]
    [SecretTransformation]
    public SecureString? SessionToken { get; set; }

    /// <summary>The ARN of a role to take on.</summary>
    [Parameter(ParameterSetName = S3Set)]
    [Parameter(ParameterSetName = S3KeySet)]
    [ValidateNotNullOrEmpty]
    public string? RoleArn { get; set; }

    /// <summary>The external id that the role demands.</summary>
    [Parameter(ParameterSetName = S3Set)]
    [Parameter(ParameterSetName = S3KeySet)]
    [ValidateNotNullOrEmpty]
    public string? ExternalId { get; set; }

    private IPolicyHost CreateS3()
    {
        var identity = new AwsIdentity
        {
            AccessKeyId = AccessKeyId,
            SecretAccessKey = SecretAccessKey,
            SessionToken = SessionToken,
            ProfileName = ProfileName,
            RoleArn = RoleArn,
            ExternalId = ExternalId,
        };
        return CloudLibraries.Use("AWS", () => AwsConnections.CreateS3(identity, Bucket, Region, Endpoint, !NoConditions, DistributionId, Place()));
    }
}
