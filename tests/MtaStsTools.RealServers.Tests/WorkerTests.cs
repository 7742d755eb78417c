using System.Net;
using System.Text;
using MtaStsTools.Lab;
using MtaStsTools.Lab.Certificates;
using MtaStsTools.Publishing.Hosts.CloudflareWorker;
using MtaStsTools.RealServers.Tests.Servers;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>The worker's script in workerd.</summary>
public sealed class WorkerTests : IDisposable
{
    private const string OnePolicy = "version: STSv1\r\nmode: testing\r\nmx: mx.one.test\r\nmax_age: 86400\r\n";
    private const string TwoPolicy = "version: STSv1\nmode: none\nmax_age: 60\nnote: caf\u00E9 \u2028 ${1+1} `x` \\u0041 */ </script>\n";

    private static readonly Dictionary<string, string> Policies = new(StringComparer.Ordinal) { ["mta-sts.one.test"] = OnePolicy, ["mta-sts.two.test"] = TwoPolicy };

    private readonly LabAuthority _authority = new(TimeProvider.System);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task A_sender_is_served_the_policy_of_its_host_octet_for_octet()
    {
        await using var worker = await Workerd.StartAsync(WorkerScript.Create(Policies), _authority.Issue(LabCertificate.Good, "mta-sts.one.test"), Stop);
        await using var named = await Named.StartAuthorityAsync([new Zone("one.test", "mta-sts A 127.0.0.1")], [], Stop);
        using var observer = new DomainObserver(new ObservationOptions
        {
            DnsServers = [named.EndPoint],
            HttpsPort = worker.EndPoint.Port,
            TrustedRoots = [_authority.Root],
            AllowPrivateAddresses = true,
            SkipSmtp = true,
        });

        var observation = await observer.ObserveAsync("one.test", Stop);
        var fetch = Assert.Single(observation.PolicyHost.Fetches);

        Assert.Equal((PolicyFetchOutcome.Answered, 200, "text/plain; charset=utf-8"), (fetch.Outcome, fetch.StatusCode, fetch.ContentType));
        Assert.Equal(OnePolicy, Encoding.UTF8.GetString(Convert.FromBase64String(fetch.Body!)));
        Assert.Equal(MtaStsMode.Testing, DomainAssessor.Assess(observation).Policy?.Mode);
    }

    [Fact]
    public async Task Each_host_has_its_own_and_nothing_else_is_served()
    {
        await using var worker = await Workerd.StartAsync(WorkerScript.Create(Policies), null, Stop);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        Assert.Equal((HttpStatusCode.OK, OnePolicy), await AskAsync("mta-sts.one.test", WellKnownNames.PolicyPath));
        Assert.Equal((HttpStatusCode.OK, OnePolicy), await AskAsync("MTA-STS.One.test.", WellKnownNames.PolicyPath + "?x=1"));
        Assert.Equal((HttpStatusCode.OK, TwoPolicy), await AskAsync("mta-sts.two.test", WellKnownNames.PolicyPath));
        Assert.Equal((HttpStatusCode.OK, ""), await AskAsync("mta-sts.two.test", WellKnownNames.PolicyPath, HttpMethod.Head));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await AskAsync("mta-sts.two.test", WellKnownNames.PolicyPath, HttpMethod.Post)).Status);
        foreach (var (host, path) in new[] { ("mta-sts.one.test", "/"), ("mta-sts.one.test", "/.well-known/mta-sts.txt/"), ("one.test", WellKnownNames.PolicyPath), ("__proto__", WellKnownNames.PolicyPath) })
            Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(host, path)).Status);

        async Task<(HttpStatusCode Status, string Body)> AskAsync(string host, string path, HttpMethod? method = null)
        {
            using var request = new HttpRequestMessage(method ?? HttpMethod.Get, $"http://{worker.EndPoint}{path}") { Headers = { Host = host } };
            using var response = await client.SendAsync(request, Stop);
            Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
            return (response.StatusCode, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(Stop)));
        }
    }
}
