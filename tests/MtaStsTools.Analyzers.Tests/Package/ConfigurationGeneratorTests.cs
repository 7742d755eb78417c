namespace MtaStsTools.Analyzers.Tests.Package;

/// <summary>A web project whose configuration is bound by generated code, as trimmed and native programs have it.</summary>
public sealed class ConfigurationGeneratorTests(PackedFeed feed) : IClassFixture<PackedFeed>
{
    private const string Options = "-p:EnableConfigurationBindingGenerator=true";

    private static Dictionary<string, string> Program(string type) => new(StringComparer.Ordinal)
    {
        ["Program.cs"] = $$"""
            using System;
            using System.Collections.Generic;
            using Microsoft.Extensions.Configuration;
            using MtaStsTools;

            var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Mode"] = "Enforce", ["MaxAge"] = "7d", ["Mx:0"] = "mail.example.com", ["Mx:1"] = "10.0.0.1",
            }).Build();
            var bound = configuration.Get<{{type}}>()!;
            Console.WriteLine(bound.Mx.Count);
            """,
    };

    [Fact]
    public async Task No_host_of_the_settings_is_lost_by_generated_code()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var project = new PackedProject();
        await project.CreateAsync(feed, "Microsoft.NET.Sdk.Web", Program("MtaStsPolicySettings"), cancellationToken);
        Assert.Equal("2", (await project.RunAsync([Options, "-p:TreatWarningsAsErrors=true"], cancellationToken)).Trim());
    }

    [Fact]
    public async Task Generated_code_that_would_lose_the_hosts_of_a_policy_does_not_compile()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var project = new PackedProject();
        await project.CreateAsync(feed, "Microsoft.NET.Sdk.Web", Program("MtaStsPolicy"), cancellationToken);
        var (exitCode, output, _) = await project.BuildAsync([Options, "-p:OutputType=Exe"], cancellationToken);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("SYSLIB1101", output, StringComparison.Ordinal);
    }
}
