using System.Security;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Who asks at AWS, as the parameters of a command say it. Not a record, so that nothing prints it.</summary>
internal sealed class AwsIdentity
{
    public string? AccessKeyId { get; init; }

    public SecureString? SecretAccessKey { get; init; }

    public SecureString? SessionToken { get; init; }

    public string? ProfileName { get; init; }

    public string? RoleArn { get; init; }

    public string? ExternalId { get; init; }
}
