using Amazon.Runtime;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Aws;

/// <summary>Who asks at Route 53, where, and how long is waited.</summary>
public sealed record Route53Options
{
    /// <summary>Who asks: <see cref="AwsCredentialOptions.CreateCredentials"/> makes them of what users have.</summary>
    public required AWSCredentials Credentials { get; init; }

    /// <summary>The id of the hosted zone (<c>Z2FDTNDATAQYW2</c>), where the account has several of one name or who asks must not list them; null to look it up.</summary>
    public string? HostedZoneId { get; init; }

    /// <summary>Where the service is.</summary>
    public Uri Endpoint { get; init; } = new("https://route53.amazonaws.com");

    /// <summary>The region that requests are signed for: <c>us-east-1</c>, but <c>us-gov-west-1</c> and <c>cn-northwest-1</c> in those partitions.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>
    /// How long a change is waited for until the service says that all its name servers have it; they take about a minute. After it the change counts as made
    /// all the same: who must know asks the servers themselves.
    /// </summary>
    public TimeSpan SyncTimeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Time limits, repetitions and the clock.</summary>
    public HttpApiOptions Http { get; init; } = new();
}
