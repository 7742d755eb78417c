using System.Globalization;
using System.Net.Http;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using MtaStsTools.Aws.Signing;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Aws.CloudFront;

/// <summary>Tells a distribution to ask for a file anew (API of 2020-05-31).</summary>
internal sealed class Invalidation
{
    private const string Version = "2020-05-31";

    private static readonly XNamespace Api = $"http://cloudfront.amazonaws.com/doc/{Version}/";

    private readonly CloudFrontOptions _options;
    private readonly ApiClient _api;

    public Invalidation(CloudFrontOptions options)
    {
        var signer = new AwsAuthorization(options.Credentials, new RequestSigner(options.Region, "cloudfront"), options.Http.TimeProvider, "CloudFront", ApiError.ToPolicyHost);
        _options = options;
        _api = new ApiClient(
            new ApiService
            {
                Name = "CloudFront",
                Endpoint = ApiEndpoint.Check(options.Endpoint, nameof(options.Endpoint)),
                Fail = ApiError.ToPolicyHost,
                Authorize = signer.AuthorizeAsync,
                Meaning = AwsErrorCodes.Meaning,
                ExplainBody = AwsErrorCodes.Explain,
                UnauthorizedRemedy = "Check the access key and its secret, get new ones where they were temporary, and set the clock of this machine.",
                ForbiddenRemedy = "Let who asks do cloudfront:CreateInvalidation on the distribution.",
            },
            options.Http);
    }

    /// <summary>Asks that <paramref name="path"/> be forgotten; the caches have done so within minutes.</summary>
    /// <exception cref="ProviderException">The distribution was not told.</exception>
    public Task SendAsync(string domain, string path, CancellationToken cancellationToken) => _api.SendAsync(
        new ApiRequest
        {
            Method = HttpMethod.Post,
            Path = [Version, "distribution", _options.DistributionId, "invalidation"],
            Subject = domain,
            Body = Write(path, _options.Http.TimeProvider.GetUtcNow()),
            MediaType = "application/xml",
        },
        cancellationToken);

    // The reference tells requests apart: the same one again is the same invalidation.
    private static byte[] Write(string path, DateTimeOffset at)
    {
        var batch = new XElement(
            Api + "InvalidationBatch",
            new XElement(Api + "Paths", new XElement(Api + "Quantity", 1), new XElement(Api + "Items", new XElement(Api + "Path", path))),
            new XElement(Api + "CallerReference", "mta-sts-" + at.UtcTicks.ToString(CultureInfo.InvariantCulture)));
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
            batch.Save(writer);
        return stream.ToArray();
    }
}
