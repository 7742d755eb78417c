using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using MtaStsTools.Aws;
using MtaStsTools.Aws.S3;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.RealServers.Tests.Servers;
using MtaStsTools.Sdk.Tests.Publishing.Hosts;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>A bucket in s3rver, which knows no conditions: what the host demands of Amazon's own S3 is tested against a double that does.</summary>
public sealed class S3PolicyHostContractTests(S3PolicyHostContractTests.Server server) : PolicyHostContract, IClassFixture<S3PolicyHostContractTests.Server>, IAsyncLifetime
{
    // Not when the fixture is made: there a lacking server would be a failure and no skip.
    public ValueTask InitializeAsync() => server.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Senders_are_served_plain_text_that_caches_ask_for_anew()
    {
        var test = await CreateAsync(null);
        await test.Host.ApplyAsync(await ChangeAsync(test, New), Stop);
        using var stored = await server.Client.GetObjectAsync(S3rver.Bucket, Key(test.Domain), Stop);
        Assert.Equal(("text/plain", "no-cache"), (stored.Headers.ContentType, stored.Headers.CacheControl));
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_told()
    {
        var error = await Assert.ThrowsAsync<PolicyHostException>(() => new S3PolicyHost(server.Client, new S3PolicyHostOptions { Bucket = "missing" }).ReadAsync("example.com", Stop));
        Assert.Equal((ProviderErrorKind.NotFound, "NoSuchBucket"), (error.Kind, error.Detail));
    }

    [Fact]
    public async Task A_file_that_is_no_policy_is_told_and_not_read()
    {
        var test = await CreateAsync(null);
        await test.WriteAsync(test.Domain, new byte[70_000]);
        Assert.Equal(ProviderErrorKind.MalformedAnswer, (await Assert.ThrowsAsync<PolicyHostException>(() => test.Host.ReadAsync(test.Domain, Stop))).Kind);
    }

    protected override bool RefusesWhatChanged(IPolicyHost host) => true;

    protected override async Task<HostUnderTest> CreateAsync(string? body)
    {
        var test = new HostUnderTest
        {
            Host = new S3PolicyHost(server.Client, new S3PolicyHostOptions { Bucket = S3rver.Bucket, Prefix = "{domain}/", IsConditional = false }),
            Domain = "example.com",
            OtherDomain = "example.org",
            ReadAsync = async domain =>
            {
                try
                {
                    using var stored = await server.Client.GetObjectAsync(S3rver.Bucket, Key(domain), Stop);
                    using var octets = new MemoryStream();
                    await stored.ResponseStream.CopyToAsync(octets, Stop);
                    return octets.ToArray();
                }
                catch (AmazonS3Exception exception) when (exception.ErrorCode == "NoSuchKey")
                {
                    return null;
                }
            },
            WriteAsync = async (domain, octets) =>
            {
                if (octets is null)
                    await server.Client.DeleteObjectAsync(S3rver.Bucket, Key(domain), Stop);
                else
                    await server.Client.PutObjectAsync(new PutObjectRequest { BucketName = S3rver.Bucket, Key = Key(domain), InputStream = new MemoryStream(octets), UseChunkEncoding = false }, Stop);
            },
        };
        await test.WriteAsync(test.Domain, body is null ? null : Encoding.UTF8.GetBytes(body));
        return test;
    }

    private static string Key(string domain) => $"{domain}/.well-known/mta-sts.txt";

    /// <summary>One s3rver for all of these tests.</summary>
    public sealed class Server : IAsyncDisposable
    {
        private S3rver? _server;

        public AmazonS3Client Client { get; private set; } = null!;

        public async ValueTask StartAsync()
        {
            if (_server is not null)
                return;
            _server = await S3rver.StartAsync(TestContext.Current.CancellationToken);
            Client = S3Client.Create(new BasicAWSCredentials(S3rver.AccessKeyId, S3rver.SecretAccessKey), region: null, _server.Endpoint, TimeSpan.FromSeconds(10));
        }

        public async ValueTask DisposeAsync()
        {
            Client?.Dispose();
            if (_server is not null)
                await _server.DisposeAsync();
        }
    }
}
