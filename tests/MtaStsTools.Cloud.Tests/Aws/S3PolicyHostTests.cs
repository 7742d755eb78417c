using System.Text;
using MtaStsTools.Aws;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Publishing.Http;
using Xunit;

namespace MtaStsTools.Cloud.Tests.Aws;

public sealed class S3PolicyHostTests : IDisposable
{
    private const string Key = ".well-known/mta-sts.txt";

    private static readonly byte[] Policy = Encoding.ASCII.GetBytes("version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n");

    private readonly S3Double _service = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_distribution_is_told_to_ask_for_the_file_anew()
    {
        await PutAsync(Host(WithCloudFront()));
        var told = Assert.Single(_service.Invalidations);
        Assert.StartsWith("/2020-05-31/distribution/EDFDVBD632BHDS5/invalidation ", told, StringComparison.Ordinal);
        Assert.Contains("<Quantity>1</Quantity><Items><Path>/.well-known/mta-sts.txt</Path></Items>", told, StringComparison.Ordinal);
        Assert.True(_service.Objects.ContainsKey(Key));
    }

    [Fact]
    public async Task Where_the_distribution_cannot_be_told_the_file_is_said_to_be_stored()
    {
        _service.Before = request => request.Path.Contains("/distribution/", StringComparison.Ordinal) ? S3Double.Error(403, "AccessDenied") : null;
        var error = await Assert.ThrowsAsync<PolicyHostException>(() => PutAsync(Host(WithCloudFront())));
        Assert.Equal((ProviderErrorKind.Forbidden, true), (error.Kind, error.MayHaveChanged));
        Assert.Contains("The file itself is stored", error.Message, StringComparison.Ordinal);
        Assert.True(_service.Objects.ContainsKey(Key));
    }

    [Theory]
    [InlineData(403, "InvalidAccessKeyId", ProviderErrorKind.Unauthorized)]
    [InlineData(403, "SignatureDoesNotMatch", ProviderErrorKind.Unauthorized)]
    [InlineData(403, "RequestTimeTooSkewed", ProviderErrorKind.Unauthorized)]
    [InlineData(403, "AccessDenied", ProviderErrorKind.Forbidden)]
    [InlineData(404, "NoSuchBucket", ProviderErrorKind.NotFound)]
    [InlineData(400, "AuthorizationHeaderMalformed", ProviderErrorKind.InvalidRequest)]
    [InlineData(400, "InvalidRequest", ProviderErrorKind.InvalidRequest)]
    public async Task An_error_is_told_by_its_code(int status, string code, ProviderErrorKind kind)
    {
        _service.Before = _ => S3Double.Error(status, code);
        var error = await Assert.ThrowsAsync<PolicyHostException>(() => PutAsync(Host()));
        Assert.Equal((kind, code, false), (error.Kind, error.Detail, error.MayHaveChanged));
        Assert.Contains(S3Double.Bucket, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_not_waited_for_without_end()
    {
        _service.Before = _ =>
        {
            Thread.Sleep(2000);
            return null;
        };
        using var client = MtaStsTools.Aws.S3.S3Client.Create(Route53ProviderTests.Credentials(), region: null, _service.Endpoint, TimeSpan.FromSeconds(30));
        var host = new S3PolicyHost(client, new S3PolicyHostOptions { Bucket = S3Double.Bucket }, TimeSpan.FromMilliseconds(300));
        Assert.Equal(ProviderErrorKind.Timeout, (await Assert.ThrowsAsync<PolicyHostException>(() => host.ReadAsync("example.com", Stop))).Kind);
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_told()
    {
        var host = S3PolicyHost.Create(new S3PolicyHostOptions { Bucket = S3Double.Bucket }, Route53ProviderTests.Credentials(), endpoint: new Uri("http://127.0.0.1:9/"));
        Assert.Equal(ProviderErrorKind.Unavailable, (await Assert.ThrowsAsync<PolicyHostException>(() => host.ReadAsync("example.com", Stop))).Kind);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Host(options => options with { Prefix = "{name}/" }));
        Assert.Throws<ArgumentException>(() => S3PolicyHost.Create(new S3PolicyHostOptions { Bucket = "b" }, Route53ProviderTests.Credentials(), endpoint: new Uri("http://s3.example.com/")));
    }

    [Fact]
    public void What_is_promised_follows_what_the_service_can()
    {
        Assert.True(Host().Capabilities.IsGuarded);
        Assert.False(Host(options => options with { IsConditional = false }).Capabilities.IsGuarded);
        Assert.Equal(TimeSpan.FromMinutes(5), Host(WithCloudFront()).Capabilities.Propagation);
    }

    private static async Task PutAsync(S3PolicyHost host) =>
        await host.ApplyAsync(new PolicyFileChange { Expected = await host.ReadAsync("example.com", Stop), Body = Policy }, Stop);

    private Func<S3PolicyHostOptions, S3PolicyHostOptions> WithCloudFront() => options => options with
    {
        CloudFront = new CloudFrontOptions { DistributionId = "EDFDVBD632BHDS5", Credentials = Route53ProviderTests.Credentials(), Endpoint = _service.Endpoint, Http = new HttpApiOptions { Retries = 0 } },
    };

    private S3PolicyHost Host(Func<S3PolicyHostOptions, S3PolicyHostOptions>? change = null)
    {
        var options = new S3PolicyHostOptions { Bucket = S3Double.Bucket };
        return S3PolicyHost.Create(change is null ? options : change(options), Route53ProviderTests.Credentials(), endpoint: _service.Endpoint);
    }
}
