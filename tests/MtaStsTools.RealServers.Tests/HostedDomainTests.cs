using System.Globalization;
using System.Net;
using MtaStsTools.Lab;
using MtaStsTools.Lab.Certificates;
using MtaStsTools.Publishing.Hosting;
using MtaStsTools.RealServers.Tests.Servers;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>Domains whose policies an exported hosting serves pass <c>Test-MtaStsDomain</c> in pwsh: records in BIND, mail on Postfix.</summary>
public sealed class HostedDomainTests : IDisposable
{
    private const string Domain = "one.test";
    private const string OtherDomain = "two.test";
    private const string MailHost = "mx.one.test";

    private static readonly HostedPolicy[] Policies =
    [
        .. new[] { Domain, OtherDomain }.Select(domain => new HostedPolicy
        {
            Domain = DomainName.Parse(domain),
            Policy = MtaStsPolicy.Parse($"version: STSv1\r\nmode: enforce\r\nmx: {MailHost}\r\nmax_age: 1209600\r\n"),
        }),
    ];

    private readonly LabAuthority _authority = new(TimeProvider.System);
    private readonly ServerFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(HostingFormat.Nginx)]
    [InlineData(HostingFormat.Caddy)]
    [InlineData(HostingFormat.Apache)]
    public async Task Every_domain_of_a_server_passes(HostingFormat format)
    {
        Postfix.Require();
        await using var sites = await HostedSites.StartAsync(format, Policies, _authority, Stop);
        await PassAsync(sites.Https, Domain, OtherDomain);
    }

    // One certificate at a time is what workerd presents here, so one domain.
    [Fact]
    public async Task The_domain_of_a_worker_passes()
    {
        Postfix.Require();
        var script = HostingExport.Create(HostingFormat.CloudflareWorker, Policies).Single(file => file.Path == "worker.js").Text;
        await using var worker = await Workerd.StartAsync(script, _authority.Issue(LabCertificate.Good, $"mta-sts.{Domain}"), Stop);
        await PassAsync(worker.EndPoint, Domain);
    }

    private async Task PassAsync(IPEndPoint https, params string[] domains)
    {
        await using var postfix = await Postfix.StartAsync(MailHost, _authority.Issue(LabCertificate.Good, MailHost), Stop);
        await using var named = await Named.StartAuthorityAsync(
            [
                .. domains.Select(domain => new Zone(
                    domain,
                    $"""
                    _mta-sts TXT "v=STSv1; id=20260101;"
                    _smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls-reports@{domain}"
                    mta-sts A 127.0.0.1
                    @ MX 10 {MailHost}.
                    mx A 127.0.0.1
                    """)),
            ],
            [],
            Stop);

        var output = await ServerProcess.RunAsync(
            Installed.Program("dotnet", "dotnet-sdk-10.0"),
            [
                "pwsh", "-NoProfile", "-NonInteractive", "-File", Path.Combine(Repository.Root, "tests", "MtaStsTools.RealServers.Tests", "TestDomains.ps1"),
                "-Domains", string.Join(' ', domains),
                "-DnsServer", named.EndPoint.ToString(),
                "-HttpsPort", https.Port.ToString(CultureInfo.InvariantCulture),
                "-SmtpPort", postfix.EndPoint.Port.ToString(CultureInfo.InvariantCulture),
                "-Root", _folder.Write("root.pem", _authority.Root.ExportCertificatePem() + "\n"),
            ],
            Stop,
            TimeSpan.FromMinutes(2),
            Repository.Root);

        Assert.Equal(domains.Select(domain => $"{domain}: Pass Enforce, mail flows: True"), output.Trim().ReplaceLineEndings("\n").Split('\n').Order(StringComparer.Ordinal));
    }
}
