using Amazon.Runtime;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Aws;

/// <summary>A distribution of CloudFront that serves the policies and has to forget what it keeps of them when they change.</summary>
public sealed record CloudFrontOptions
{
    /// <summary>The distribution's id: <c>EDFDVBD632BHDS5</c>.</summary>
    public required string DistributionId { get; init; }

    /// <summary>Who asks.</summary>
    public required AWSCredentials Credentials { get; init; }

    /// <summary>Where CloudFront's API is.</summary>
    public Uri Endpoint { get; init; } = new("https://cloudfront.amazonaws.com");

    /// <summary>The region that requests are signed for.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>Time limits, repetitions and the clock.</summary>
    public HttpApiOptions Http { get; init; } = new();
}
