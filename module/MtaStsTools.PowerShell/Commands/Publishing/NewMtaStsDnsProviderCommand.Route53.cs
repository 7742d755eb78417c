using System.Management.Automation;
using System.Security;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Commands;

public sealed partial class NewMtaStsDnsProviderCommand
{
    private const string Route53Set = "Route53";
    private const string Route53KeySet = "Route53Key";

    /// <summary>The zone is in Amazon Route 53.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Route53Set)]
    [Parameter(Mandatory = true, ParameterSetName = Route53KeySet)]
    public SwitchParameter Route53 { get; set; }

    /// <summary>The id of the hosted zone. Without it, the deepest public one of the account.</summary>
    [Parameter(ParameterSetName = Route53Set)]
    [Parameter(ParameterSetName = Route53KeySet)]
    [ValidateNotNullOrEmpty]
    public string? HostedZoneId { get; set; }

    /// <summary>A profile of the AWS tools. Without it and a key, what the usual chain finds.</summary>
    [Parameter(ParameterSetName = Route53Set)]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary>The id of an access key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Route53KeySet)]
    [ValidateNotNullOrEmpty]
    public string? AccessKeyId { get; set; }

    /// <summary>The secret of the access key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Route53KeySet)]
    [SecretTransformation]
    public SecureString? SecretAccessKey { get; set; }

    /// <summary>The token that belongs to a temporary access key.</summary>
    [Parameter(ParameterSetName = Route53KeySet)]
    [SecretTransformation]
    public SecureString? SessionToken { get; set; }

    /// <summary>The ARN of a role to take on.</summary>
    [Parameter(ParameterSetName = Route53Set)]
    [Parameter(ParameterSetName = Route53KeySet)]
    [ValidateNotNullOrEmpty]
    public string? RoleArn { get; set; }

    /// <summary>The external id that the role demands.</summary>
    [Parameter(ParameterSetName = Route53Set)]
    [Parameter(ParameterSetName = Route53KeySet)]
    [ValidateNotNullOrEmpty]
    public string? ExternalId { get; set; }

    /// <summary>The region that requests are signed for, in the clouds of governments and of China.</summary>
    [Parameter(ParameterSetName = Route53Set)]
    [Parameter(ParameterSetName = Route53KeySet)]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    private IDnsRecordProvider CreateRoute53()
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
        return CloudLibraries.Use("AWS", () => AwsConnections.CreateDns(identity, HostedZoneId, Region, Endpoint, Timeout));
    }
}
