using System.Globalization;
using MtaStsTools.RealServers.Tests.Servers;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>The built module, in pwsh, against BIND, nginx and Postfix together.</summary>
public sealed class ModuleTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_policy_is_announced_and_its_domain_passes()
    {
        await using var deployment = await Deployment.StartAsync(Stop);

        var output = await ServerProcess.RunAsync(
            Installed.Program("dotnet", "dotnet-sdk-10.0"),
            [
                "pwsh", "-NoProfile", "-NonInteractive", "-File", Path.Combine(Repository.Root, "tests", "MtaStsTools.RealServers.Tests", "PublishAndTest.ps1"),
                "-Domain", Deployment.Domain,
                "-DnsServer", deployment.DnsServer.ToString(),
                "-HttpsPort", Text(deployment.HttpsPort),
                "-SmtpPort", Text(deployment.SmtpPort),
                "-Root", deployment.RootPath,
                "-Port", Text(deployment.Primary.Port),
                "-KeyName", deployment.UpdateKey.Name,
                "-Secret", deployment.UpdateKey.Secret,
            ],
            Stop,
            TimeSpan.FromMinutes(2),
            Repository.Root);

        string[] expected =
        [
            "policy: Enforce mx1.example.test",
            "wrong secret: DnsProviderUnauthorized,",
            "after WhatIf: 20260101",
            "first: changed True, all agree True",
            "second: changed False",
            "published: True",
            "verdict: Pass Enforce Deliver",
        ];
        Assert.All(expected, line => Assert.True(output.Contains(line, StringComparison.Ordinal), $"'{line}' is not in:\n{output}"));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
