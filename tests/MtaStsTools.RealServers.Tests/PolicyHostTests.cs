using System.Text;
using MtaStsTools.Lab;
using MtaStsTools.Lab.Certificates;
using MtaStsTools.RealServers.Tests.Servers;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>Policies fetched from nginx.</summary>
public sealed class PolicyHostTests : IDisposable
{
    private const string OnePolicy = "version: STSv1\r\nmode: testing\r\nmx: mx.one.test\r\nmax_age: 86400\r\n";
    private const string TwoPolicy = "version: STSv1\r\nmode: enforce\r\nmx: mx.two.test\r\nmax_age: 604800\r\n";

    private readonly LabAuthority _authority = new(TimeProvider.System);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task Each_name_on_one_address_gets_its_own_certificate_and_policy()
    {
        await using var named = await StartDnsAsync();
        await using var nginx = await Nginx.StartAsync([Site("mta-sts.one.test", OnePolicy), Site("mta-sts.two.test", TwoPolicy)], Stop);

        var one = await FetchAsync(named, nginx, "one.test");
        var two = await FetchAsync(named, nginx, "two.test");

        AssertServed(one, "mta-sts.one.test", OnePolicy);
        AssertServed(two, "mta-sts.two.test", TwoPolicy);
    }

    [Fact]
    public async Task The_default_host_of_another_domain_is_rejected_before_any_request()
    {
        await using var named = await StartDnsAsync();
        await using var nginx = await Nginx.StartAsync([Site("mta-sts.one.test", OnePolicy)], Stop);

        var fetch = await FetchAsync(named, nginx, "two.test");

        Assert.Equal(PolicyFetchOutcome.CertificateRejected, fetch.Outcome);
        Assert.Equal(["mta-sts.one.test"], fetch.Certificate!.Certificate.DnsNames);
        Assert.Null(fetch.StatusCode);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain; charset=utf-8")]
    public async Task The_media_type_is_kept_as_nginx_sends_it(string contentType)
    {
        await using var named = await StartDnsAsync();
        await using var nginx = await Nginx.StartAsync([Site("mta-sts.one.test", OnePolicy) with { ContentType = contentType }], Stop);

        var fetch = await FetchAsync(named, nginx, "one.test");

        Assert.Equal(contentType, fetch.ContentType);
        Assert.Equal(OnePolicy, Text(fetch));
    }

    [Fact]
    public async Task A_missing_file_is_404()
    {
        await using var named = await StartDnsAsync();
        await using var nginx = await Nginx.StartAsync([Site("mta-sts.one.test", null)], Stop);

        var fetch = await FetchAsync(named, nginx, "one.test");

        Assert.Equal(PolicyFetchOutcome.Answered, fetch.Outcome);
        Assert.Equal(404, fetch.StatusCode);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_cut_off()
    {
        await using var named = await StartDnsAsync();
        await using var nginx = await Nginx.StartAsync([Site("mta-sts.one.test", OnePolicy + new string('x', 100_000))], Stop);

        var fetch = await FetchAsync(named, nginx, "one.test");

        Assert.True(fetch.BodyTooLarge);
        Assert.Equal(65_536, Convert.FromBase64String(fetch.Body!).Length);
    }

    private static void AssertServed(PolicyFetch fetch, string host, string policy)
    {
        Assert.True(fetch.Outcome == PolicyFetchOutcome.Answered, fetch.Detail);
        Assert.Equal(200, fetch.StatusCode);
        Assert.Equal("text/plain", fetch.ContentType);
        Assert.Equal(policy, Text(fetch));
        Assert.Equal([host], fetch.Certificate!.Certificate.DnsNames);
        Assert.Equal(ChainStatus.Trusted, fetch.Certificate.ChainStatus);
        Assert.Equal("TLS 1.3", fetch.TlsVersion);
    }

    private static string Text(PolicyFetch fetch) => Encoding.UTF8.GetString(Convert.FromBase64String(fetch.Body!));

    private static Task<Named> StartDnsAsync() => Named.StartAuthorityAsync(
        [new Zone("one.test", "mta-sts A 127.0.0.1"), new Zone("two.test", "mta-sts A 127.0.0.1")], [], Stop);

    private PolicySite Site(string host, string? policy) => new(host, _authority.Issue(LabCertificate.Good, host), policy);

    private async Task<PolicyFetch> FetchAsync(Named named, Nginx nginx, string domain)
    {
        using var observer = new DomainObserver(new ObservationOptions
        {
            DnsServers = [named.EndPoint],
            HttpsPort = nginx.EndPoint.Port,
            TrustedRoots = [_authority.Root],
            AllowPrivateAddresses = true,
            SkipSmtp = true,
        });
        return Assert.Single((await observer.ObserveAsync(domain, Stop)).PolicyHost.Fetches);
    }
}
