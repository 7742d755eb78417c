using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace MtaStsTools.Aws.S3;

/// <summary>Makes the client of the service as this library uses it.</summary>
internal static class S3Client
{
    private const int Retries = 3;

    /// <summary>A client for a region, or for another service that speaks as S3 does.</summary>
    /// <exception cref="InvalidOperationException">Neither a region nor an endpoint is given, and the tools of AWS are set to none.</exception>
    public static AmazonS3Client Create(AWSCredentials credentials, string? region, Uri? endpoint, TimeSpan timeout)
    {
        var config = new AmazonS3Config
        {
            Timeout = timeout,
            MaxErrorRetry = Retries,

            // What speaks as S3 does often does not know the checksums that S3 has come to take; TLS checks what is on the way.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (endpoint is null)
        {
            config.RegionEndpoint = (region is null ? FallbackRegionFactory.GetRegionEndpoint() : RegionEndpoint.GetBySystemName(region))
                ?? throw new InvalidOperationException("Name the region of the bucket.");
        }
        else
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            config.ForcePathStyle = true;
            config.UseHttp = endpoint.Scheme == Uri.UriSchemeHttp;
            config.AuthenticationRegion = region ?? "us-east-1";
        }

        return new AmazonS3Client(credentials, config);
    }
}
