using System.Globalization;
using MtaStsTools.Lab.Certificates;
using MtaStsTools.RealServers.Tests.Servers;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>The build for Windows PowerShell 5.1 under Mono, the nearest thing to .NET Framework outside Windows.</summary>
public sealed class MonoTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_assembly_type_and_method_of_the_desktop_build_resolves()
    {
        var output = await RunAsync("resolve", Repository.DesktopModule);
        Assert.Contains(" 0 problems", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_corpus_reads_the_same_in_the_desktop_build()
    {
        var output = await RunAsync("corpus", Repository.DesktopModule, Repository.Corpus);
        Assert.Contains(" 0 problems", output, StringComparison.Ordinal);
    }

    // Mono's chains know no elliptic curves, and it has no TLS 1.3.
    [Fact]
    public async Task The_desktop_build_tests_a_domain_over_TLS()
    {
        await using var deployment = await Deployment.StartAsync(Stop, keys: LabKeys.Rsa);

        var output = await RunAsync(
            "domain",
            Repository.DesktopModule,
            deployment.DnsServer.ToString(),
            deployment.HttpsPort.ToString(CultureInfo.InvariantCulture),
            deployment.SmtpPort.ToString(CultureInfo.InvariantCulture),
            deployment.RootPath,
            Deployment.Domain);

        foreach (var expected in (string[])["policy: Answered 200 TLS 1.2 Trusted", "mail: TlsEstablished TLS 1.2 Trusted", "verdict: Pass Enforce"])
            Assert.True(output.Contains(expected, StringComparison.Ordinal), output);
    }

    private static Task<string> RunAsync(params string[] arguments) => ServerProcess.RunAsync(
        Installed.Program("mono", "mono-devel"), [Repository.BuiltTool("MtaStsTools.Mono", "net472", ".exe"), .. arguments], Stop, TimeSpan.FromMinutes(2));
}
