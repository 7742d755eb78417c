using System.Net;
using System.Text;
using MtaStsTools.Lab.Certificates;
using MtaStsTools.Publishing.Hosting;
using MtaStsTools.RealServers.Tests.Servers;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>Exported hostings in the servers that they are made for, seen as senders see them.</summary>
public sealed class HostingTests : IDisposable
{
    private static readonly HostedPolicy[] Policies =
    [
        Policy("one.test", "version: STSv1\r\nmode: testing\r\nmx: mx.one.test\r\nmax_age: 86400\r\n"),
        Policy("two.test", "version: STSv1\r\nmode: none\r\nmax_age: 60\r\nnote: caf\u00E9 \"; } ${x} %{HOST} {$HOME} `x` </script>\r\n"),
    ];

    private readonly LabAuthority _authority = new(TimeProvider.System);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _authority.Dispose();

    [Theory]
    [InlineData(HostingFormat.Nginx)]
    [InlineData(HostingFormat.Caddy)]
    [InlineData(HostingFormat.Apache)]
    public async Task A_server_serves_each_policy_as_senders_demand(HostingFormat format)
    {
        await using var sites = await HostedSites.StartAsync(format, Policies, _authority, Stop);
        await using var named = await Named.StartAuthorityAsync([.. Policies.Select(policy => new Zone(policy.Domain.Ascii, "mta-sts A 127.0.0.1"))], [], Stop);
        using var observer = new DomainObserver(new ObservationOptions
        {
            DnsServers = [named.EndPoint],
            HttpsPort = sites.Https.Port,
            TrustedRoots = [_authority.Root],
            AllowPrivateAddresses = true,
            AllAddresses = true,
            SkipSmtp = true,
        });
        foreach (var policy in Policies)
        {
            var observation = await observer.ObserveAsync(policy.Domain, Stop);
            var report = PolicyHostAssessor.Assess(observation);
            var fetch = Assert.Single(report.Fetches);

            Assert.True(report.Verdict == Verdict.Pass, $"{fetch} {fetch.Detail}\n{string.Join('\n', report.Findings)}");
            Assert.Equal("text/plain; charset=utf-8", fetch.ContentType);
            Assert.Equal(policy.Policy.ToString(), Encoding.UTF8.GetString(Convert.FromBase64String(fetch.Body!)));
            Assert.DoesNotContain(DomainAssessor.Assess(observation).Findings, finding => finding.Severity == Severity.Error && finding.IsAbout(RuleCategory.PolicyHost));
        }

        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        Assert.Equal((HttpStatusCode.OK, Policies[0].Policy.ToString()), await AskAsync("mta-sts.one.test", WellKnownNames.PolicyPath));
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("mta-sts.one.test", "/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("mta-sts.one.test", "/.well-known/other.txt")).Status);

        async Task<(HttpStatusCode Status, string Body)> AskAsync(string host, string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{sites.Http}{path}") { Headers = { Host = host } };
            using var response = await client.SendAsync(request, Stop);
            return (response.StatusCode, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(Stop)));
        }
    }

    [Fact]
    public async Task The_exported_worker_serves_each_policy_as_senders_demand()
    {
        var script = HostingExport.Create(HostingFormat.CloudflareWorker, Policies).Single(file => file.Path == "worker.js").Text;
        await using var worker = await Workerd.StartAsync(script, _authority.Issue(MtaStsTools.Lab.LabCertificate.Good, "mta-sts.two.test"), Stop);
        await using var named = await Named.StartAuthorityAsync([new Zone("two.test", "mta-sts A 127.0.0.1")], [], Stop);
        using var observer = new DomainObserver(new ObservationOptions
        {
            DnsServers = [named.EndPoint],
            HttpsPort = worker.EndPoint.Port,
            TrustedRoots = [_authority.Root],
            AllowPrivateAddresses = true,
            SkipSmtp = true,
        });

        var report = PolicyHostAssessor.Assess(await observer.ObserveAsync("two.test", Stop));

        Assert.True(report.Verdict == Verdict.Pass, string.Join('\n', report.Findings));
        Assert.Equal(Policies[1].Policy.ToString(), Encoding.UTF8.GetString(Convert.FromBase64String(report.Fetches[0].Body!)));
    }

    [Theory]
    [InlineData(HostingFormat.AzureFunction, "policy/index.js", "require('./policy/index.js')(context, { headers: { host: process.argv[1] } }).then(() => console.log(JSON.stringify([context.res.status, context.res.headers['Content-Type'], context.res.body])))")]
    [InlineData(HostingFormat.AwsCloudFront, null, "const r = handler({ request: { uri: '/.well-known/mta-sts.txt', headers: { host: { value: process.argv[1] } } } }); console.log(JSON.stringify([r.statusCode, r.headers['content-type'].value, r.body]))")]
    [InlineData(HostingFormat.Terraform, "function.js", "const r = handler({ request: { uri: '/.well-known/mta-sts.txt', headers: { host: { value: process.argv[1] } } } }); console.log(JSON.stringify([r.statusCode, r.headers['content-type'].value, r.body]))")]
    public async Task A_function_answers_each_host_with_its_policy_and_others_with_404(HostingFormat format, string? file, string call)
    {
        var node = Installed.Program("node", "nodejs");
        using var folder = new ServerFolder();
        var files = HostingExport.Create(format, Policies);
        foreach (var each in files)
        {
            folder.CreateFolder(Path.GetDirectoryName(each.Path)!);
            folder.Write(each.Path, each.Text);
        }

        var code = format switch
        {
            HostingFormat.AzureFunction => "const context = {}; ",
            HostingFormat.Terraform => files.Single(each => each.Path == file).Text,
            _ => System.Text.Json.JsonDocument.Parse(files[0].Text).RootElement.GetProperty("Resources").GetProperty("Function").GetProperty("Properties").GetProperty("FunctionCode").GetString(),
        };
        foreach (var policy in Policies)
            Assert.Equal((200, "text/plain; charset=utf-8", policy.Policy.ToString()), await RunAsync($"mta-sts.{policy.Domain}"));
        Assert.Equal(404, (await RunAsync("__proto__")).Status);
        Assert.Equal(404, (await RunAsync("mta-sts.three.test")).Status);

        async Task<(int Status, string? Type, string? Body)> RunAsync(string host)
        {
            var said = System.Text.Json.JsonDocument.Parse(await ServerProcess.RunAsync(node, ["-e", code + call, host], Stop, folder: folder.Path)).RootElement;
            return (said[0].GetInt32(), said[1].GetString(), said[2].GetString());
        }
    }

    private static HostedPolicy Policy(string domain, string text) => new() { Domain = DomainName.Parse(domain), Policy = MtaStsPolicy.Parse(text) };
}
