using System.Net;
using System.Net.Security;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MtaStsTools.AspNetCore.Health;
using MtaStsTools.Hosting;
using MtaStsTools.Lab;
using MtaStsTools.Lab.Certificates;
using MtaStsTools.Lab.Dns;
using Xunit;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.AspNetCore.Tests;

/// <summary>The host beside the DNS and the mail exchangers of the lab: what senders make of it.</summary>
public sealed class LiveTests
{
    private const int Count = 200;

    [Fact]
    public async Task Two_hundred_domains_of_one_configuration_pass()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var lab = await MtaStsLab.StartAsync(cancellationToken);
        using var authority = new LabAuthority(TimeProvider.System);
        var domains = Enumerable.Range(0, Count).Select(i => AddDomain(lab, $"hosted-{i}")).ToList();
        var certificate = authority.Issue(LabCertificate.Good with { DnsNames = [.. domains.Select(domain => "mta-sts." + domain)] }, "mta-sts." + domains[0]);
        await using var application = await ServedApplication.StartAsync(
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(domains.SelectMany(Settings));
                builder.Services.AddMtaSts(builder.Configuration.GetSection("MtaSts"));
            },
            listen => listen.UseHttps(new TlsHandshakeCallbackOptions
            {
                OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = certificate.Context }),
            }));

        var options = Options(lab, application.Port) with { TrustedRoots = [lab.RootCertificate, authority.Root] };
        using var observer = new DomainObserver(options);
        var reports = new List<DomainReport>();
        await foreach (var observation in new DomainScanner(observer).ScanAsync(domains.ToAsyncEnumerable(), cancellationToken))
            reports.Add(DomainAssessor.Assess(observation));

        Assert.Equal(Count, reports.Count);
        Assert.All(reports, report => Assert.True(report.Verdict == Verdict.Pass, $"{report}: {string.Join("; ", report.Findings)}"));
    }

    [Theory]
    [InlineData("good", true, HealthStatus.Healthy)]
    [InlineData("good", false, HealthStatus.Unhealthy)]
    [InlineData("not-configured", true, HealthStatus.Unhealthy)]
    public async Task The_self_test_sees_whether_senders_get_the_policy(string scenario, bool isTheSame, HealthStatus expected)
    {
        await using var lab = await MtaStsLab.StartAsync(TestContext.Current.CancellationToken);
        var domain = lab.Scenario(scenario).Domain;
        var policy = MtaStsPolicy.Parse(lab.Scenario(scenario).PolicyHosts is [var host, ..] ? host.Body! : PolicyText("testing", 604_800, "mx1.good.test"));
        var result = await CheckAsync(lab, domain, isTheSame ? policy : policy with { Mx = ["mx9.good.test"] }, TimeSpan.FromMinutes(1));
        Assert.Equal(expected, result.Status);
        Assert.Equal(expected == HealthStatus.Healthy ? [] : [domain], result.Data.Keys);
    }

    [Fact]
    public async Task What_cannot_be_seen_in_time_is_no_failure()
    {
        await using var lab = await MtaStsLab.StartAsync(TestContext.Current.CancellationToken);
        var result = await CheckAsync(lab, "policy-timeout.test", ServedApplication.Policy, TimeSpan.FromMilliseconds(200));
        Assert.Equal(HealthStatus.Degraded, result.Status);
        Assert.Contains("0.2 s", Assert.IsType<string>(result.Data["policy-timeout.test"]), StringComparison.Ordinal);
    }

    private static async Task<HealthReportEntry> CheckAsync(MtaStsLab lab, string domain, MtaStsPolicy policy, TimeSpan limit)
    {
        await using var application = await ServedApplication.StartAsync(builder =>
        {
            builder.Services.AddMtaSts(options => options.Domains[domain] = policy);
            builder.Services.AddMtaStsClient(options => options.Observation = Options(lab, lab.HttpsPort));
            builder.Services.AddHealthChecks().AddMtaSts(configure: check => check.TimeLimit = limit);
        });
        var report = await application.Application.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        return report.Entries["mta-sts"];
    }

    private static ObservationOptions Options(MtaStsLab lab, int port) => new()
    {
        DnsServers = [lab.DnsEndPoint],
        HttpsPort = port,
        SmtpPort = lab.SmtpPort,
        TrustedRoots = [lab.RootCertificate],
        AllowPrivateAddresses = true,
        EhloName = "observer.test",
        DomainTimeout = TimeSpan.FromMinutes(5),
    };

    private static string AddDomain(MtaStsLab lab, string name) => lab.Add(
        Sound(name, "Served by the application.")
            .WithRecords("@", DnsType.Mx, LabRecord.Mx("@", 10, "mx1.good.test."))
            .WithRecords("mta-sts", DnsType.A, LabRecord.Address("mta-sts", IPAddress.Loopback)) with
        {
            MailHosts = [],
            PolicyHosts = [],
        }).Domain;

    private static IEnumerable<KeyValuePair<string, string?>> Settings(string domain) =>
    [
        new($"MtaSts:Domains:{domain}:Mode", "enforce"),
        new($"MtaSts:Domains:{domain}:MaxAge", "30d"),
        new($"MtaSts:Domains:{domain}:Mx:0", "mx1.good.test"),
    ];
}
