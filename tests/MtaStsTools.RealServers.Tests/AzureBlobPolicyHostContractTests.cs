using System.Text;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MtaStsTools.Azure;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.RealServers.Tests.Servers;
using MtaStsTools.Sdk.Tests.Publishing.Hosts;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>The container of a static website in Azurite.</summary>
public sealed class AzureBlobPolicyHostContractTests(AzureBlobPolicyHostContractTests.Server server) : PolicyHostContract, IClassFixture<AzureBlobPolicyHostContractTests.Server>, IAsyncLifetime
{
    // Not when the fixture is made: there a lacking server would be a failure and no skip.
    public ValueTask InitializeAsync() => server.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Senders_are_served_plain_text_that_caches_ask_for_anew()
    {
        var test = await CreateAsync(null);
        await test.Host.ApplyAsync(await ChangeAsync(test, New), Stop);
        var properties = (await Blob(server.Container, test.Domain).GetPropertiesAsync(cancellationToken: Stop)).Value;
        Assert.Equal(("text/plain", "no-cache"), (properties.ContentType, properties.CacheControl));
    }

    [Fact]
    public async Task A_container_that_is_not_there_is_told_with_what_makes_it()
    {
        var error = await Assert.ThrowsAsync<PolicyHostException>(() => new AzureBlobPolicyHost(server.Service.GetBlobContainerClient("missing")).ReadAsync("example.com", Stop));
        Assert.Equal((ProviderErrorKind.NotFound, "ContainerNotFound"), (error.Kind, error.Detail));
    }

    [Fact]
    public async Task A_wrong_key_is_not_accepted_and_not_told()
    {
        var wrong = Convert.ToBase64String(Encoding.ASCII.GetBytes("a key that is wrong"));
        var container = new BlobServiceClient(server.Endpoint, new StorageSharedKeyCredential(Azurite.Account, wrong)).GetBlobContainerClient("web");
        var error = await Assert.ThrowsAsync<PolicyHostException>(() => new AzureBlobPolicyHost(container).ReadAsync("example.com", Stop));
        // Azurite calls both the same.
        Assert.Contains(error.Kind, new[] { ProviderErrorKind.Unauthorized, ProviderErrorKind.Forbidden });
        Assert.DoesNotContain(wrong, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_policy_is_told_and_not_read()
    {
        var test = await CreateAsync(null);
        await test.WriteAsync(test.Domain, new byte[70_000]);
        Assert.Equal(ProviderErrorKind.MalformedAnswer, (await Assert.ThrowsAsync<PolicyHostException>(() => test.Host.ReadAsync(test.Domain, Stop))).Kind);
    }

    [Fact]
    public async Task What_others_keep_beside_the_policy_stays()
    {
        var test = await CreateAsync(Old);
        await server.Container.GetBlobClient("index.html").UploadAsync(new BinaryData("theirs"), overwrite: true, Stop);
        await test.Host.ApplyAsync(await ChangeAsync(test, null), Stop);
        Assert.True((await server.Container.GetBlobClient("index.html").ExistsAsync(Stop)).Value);
    }

    protected override async Task<HostUnderTest> CreateAsync(string? body)
    {
        var test = new HostUnderTest
        {
            Host = new AzureBlobPolicyHost(server.Container, new AzureBlobPolicyHostOptions { Prefix = "{domain}/", Target = "policies.example.net" }),
            Domain = "example.com",
            OtherDomain = "example.org",
            ReadAsync = async domain =>
            {
                try
                {
                    return (await Blob(server.Container, domain).DownloadContentAsync(Stop)).Value.Content.ToArray();
                }
                catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
                {
                    return null;
                }
            },
            WriteAsync = async (domain, octets) =>
            {
                if (octets is null)
                    await Blob(server.Container, domain).DeleteIfExistsAsync(cancellationToken: Stop);
                else
                    await Blob(server.Container, domain).UploadAsync(new BinaryData(octets), overwrite: true, Stop);
            },
        };
        await test.WriteAsync(test.Domain, body is null ? null : Encoding.UTF8.GetBytes(body));
        return test;
    }

    private static BlobClient Blob(BlobContainerClient container, string domain) => container.GetBlobClient($"{domain}/.well-known/mta-sts.txt");

    /// <summary>One Azurite for all of these tests.</summary>
    public sealed class Server : IAsyncDisposable
    {
        private Azurite? _azurite;

        public Uri Endpoint => _azurite!.Endpoint;

        public BlobServiceClient Service => new(Endpoint, new StorageSharedKeyCredential(Azurite.Account, Azurite.Key));

        public BlobContainerClient Container => Service.GetBlobContainerClient(AzureBlobPolicyHostOptions.WebsiteContainer);

        public async ValueTask StartAsync()
        {
            if (_azurite is not null)
                return;
            _azurite = await Azurite.StartAsync(TestContext.Current.CancellationToken);
            await Container.CreateAsync();
        }

        public async ValueTask DisposeAsync()
        {
            if (_azurite is not null)
                await _azurite.DisposeAsync();
        }
    }
}
