using System.Security.Cryptography;
using MtaStsTools.Doubles;
using MtaStsTools.Doubles.Dns;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Dns.Google;
using MtaStsTools.Publishing.Http;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.Rest;

public sealed class GoogleCloudDnsProviderTests : RestProviderContract
{
    private const string Zone = "example.com";
    private const string Record = "_mta-sts.example.com";

    private GoogleCloudDnsDouble Google => (GoogleCloudDnsDouble)Service;

    [Fact]
    public async Task A_service_account_signs_in_once_for_many_requests()
    {
        Service.SetTexts(Zone, Record, "v=STSv1; id=1;");
        await ApplyAsync(SignedIn(Google.KeyFile), "v=STSv1; id=1;", "v=STSv1; id=2;");
        Assert.Equal(["v=STSv1; id=2;"], Service.Texts(Record));
        Assert.Single(Service.Requests, IsSignIn);
    }

    [Fact]
    public async Task A_token_that_ends_is_replaced()
    {
        Google.TokenSeconds = 30;
        var provider = SignedIn(Google.KeyFile);
        await provider.FindZoneAsync(Record, Stop);
        var before = Service.Requests.Count(IsSignIn);
        await provider.FindZoneAsync(Record, Stop);
        Assert.True(Service.Requests.Count(IsSignIn) > before);
    }

    [Fact]
    public async Task A_key_that_the_service_does_not_know_is_not_accepted_and_not_shown()
    {
        using var other = new GoogleCloudDnsDouble();
        var file = other.KeyFile.Replace(other.Endpoint.Authority, Service.Endpoint.Authority, StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => SignedIn(file).FindZoneAsync(Record, Stop));
        Assert.Equal(ProviderErrorKind.Unauthorized, error.Kind);
        Assert.DoesNotContain("PRIVATE KEY", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no JSON")]
    [InlineData("""{"type":"authorized_user","client_email":"a@b","private_key":"x","token_uri":"https://oauth2.googleapis.com/token"}""")]
    [InlineData("""{"type":"service_account","client_email":"a@b","private_key":"hunter2","token_uri":"https://oauth2.googleapis.com/token","project_id":"p"}""")]
    [InlineData("""{"type":"service_account","client_email":"a@b","private_key":"-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----","token_uri":"https://oauth2.googleapis.com/token","project_id":"p"}""")]
    public void What_is_no_key_file_is_refused_without_showing_it(string file)
    {
        var error = Assert.Throws<ArgumentException>(() => SignedIn(file));
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_asks_is_said_in_one_way_alone()
    {
        var token = ProviderSecret.FromText("token");
        Assert.Throws<ArgumentException>(() => new GoogleCloudDnsProvider(new GoogleCloudDnsOptions { Project = "p" }));
        Assert.Throws<ArgumentException>(() => new GoogleCloudDnsProvider(new GoogleCloudDnsOptions { Project = "p", AccessToken = token, ServiceAccountKey = ProviderSecret.FromText(Google.KeyFile) }));
        Assert.Throws<ArgumentException>(() => new GoogleCloudDnsProvider(new GoogleCloudDnsOptions { AccessToken = token }));
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(2048)]
    [InlineData(3072)]
    public void A_private_key_is_read_as_the_framework_reads_it(int bits)
    {
        for (var i = 0; i < 5; i++)
        {
            using var rsa = RSA.Create(bits);
            var expected = rsa.ExportParameters(true);
            var read = RsaPrivateKey.FromPem(rsa.ExportPkcs8PrivateKeyPem());
            Assert.Equal(
                [expected.Modulus, expected.Exponent, expected.D, expected.P, expected.Q, expected.DP, expected.DQ, expected.InverseQ],
                new[] { read.Modulus, read.Exponent, read.D, read.P, read.Q, read.DP, read.DQ, read.InverseQ });
        }
    }

    [Fact]
    public async Task A_zone_that_only_the_projects_own_networks_see_is_not_taken()
    {
        Google.PrivateZones.Add(Zone);
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => Create().FindZoneAsync(Record, Stop));
        Assert.Equal(ProviderErrorKind.NotFound, error.Kind);
    }

    [Fact]
    public async Task Too_many_requests_are_told_although_the_service_says_403()
    {
        Service.Fault = _ => ServiceAnswer.Json(403, new { error = new { code = 403, message = "Quota exceeded.", errors = new[] { new { reason = "rateLimitExceeded" } } } });
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => Create().FindZoneAsync(Record, Stop));
        Assert.Equal((ProviderErrorKind.RateLimited, "429"), (error.Kind, error.Detail));
    }

    [Fact]
    public async Task A_set_that_changes_between_the_last_look_and_the_change_is_a_conflict()
    {
        Service.SetTexts(Zone, Record, "v=STSv1; id=1;");
        Service.Before = request =>
        {
            if (!IsRead(request))
                Service.Add(Zone, Record, "TXT", "\"theirs\"");
        };
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => ApplyAsync(Create(), "v=STSv1; id=1;", "v=STSv1; id=2;"));
        Assert.Equal((ProviderErrorKind.Conflict, false), (error.Kind, error.MayHaveChanged));
        Assert.Equal(["theirs", "v=STSv1; id=1;"], Service.Texts(Record).Order(StringComparer.Ordinal));
    }

    private protected override bool IsSignIn(ServiceRequest request) => request.Path is ["token"];

    private protected override DnsServiceDouble CreateService() => new GoogleCloudDnsDouble();

    private protected override IDnsRecordProvider CreateProvider(DnsServiceDouble service, string secret, HttpApiOptions api) => new GoogleCloudDnsProvider(
        new GoogleCloudDnsOptions { Endpoint = service.Endpoint, Project = "project-of-the-test", AccessToken = ProviderSecret.FromText(secret), Api = api });

    private GoogleCloudDnsProvider SignedIn(string keyFile) => new(new GoogleCloudDnsOptions
    {
        Endpoint = Service.Endpoint,
        ServiceAccountKey = ProviderSecret.FromText(keyFile),
        Api = new HttpApiOptions { FirstPause = TimeSpan.FromMilliseconds(1) },
    });
}
