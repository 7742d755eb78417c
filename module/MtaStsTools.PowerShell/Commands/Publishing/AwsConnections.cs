using Amazon.Runtime;
using MtaStsTools.Aws;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>All that names a type of AWS's libraries: they are loaded when a method of this class is first called.</summary>
internal static class AwsConnections
{
    public static IDnsRecordProvider CreateDns(AwsIdentity identity, string? hostedZoneId, string? region, Uri? endpoint, TimeSpan timeout)
    {
        var options = new Route53Options { Credentials = CreateCredentials(identity), HostedZoneId = hostedZoneId, Http = new HttpApiOptions { Timeout = timeout } };
        options = region is null ? options : options with { Region = region };
        return new Route53Provider(endpoint is null ? options : options with { Endpoint = endpoint });
    }

    public static IPolicyHost CreateS3(AwsIdentity identity, string bucket, string? region, Uri? endpoint, bool isConditional, string? distributionId, CloudPlace place)
    {
        var credentials = CreateCredentials(identity);
        var options = new S3PolicyHostOptions
        {
            Bucket = bucket,
            Prefix = place.Prefix,
            Target = place.Target,
            IsConditional = isConditional,
            CloudFront = distributionId is null ? null : new CloudFrontOptions { DistributionId = distributionId, Credentials = credentials, Http = new HttpApiOptions { Timeout = place.Timeout } },
        };
        return S3PolicyHost.Create(place.CacheControl is null ? options : options with { CacheControl = place.CacheControl }, credentials, region, endpoint, place.Timeout);
    }

    private static AWSCredentials CreateCredentials(AwsIdentity identity) => new AwsCredentialOptions
    {
        AccessKeyId = identity.AccessKeyId,
        SecretAccessKey = identity.SecretAccessKey?.Reveal(),
        SessionToken = identity.SessionToken?.Reveal(),
        ProfileName = identity.ProfileName,
        RoleArn = identity.RoleArn,
        ExternalId = identity.ExternalId,
    }.CreateCredentials();
}
