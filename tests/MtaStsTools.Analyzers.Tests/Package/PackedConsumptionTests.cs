namespace MtaStsTools.Analyzers.Tests.Package;

/// <summary>The packed NuGets in a fresh project that names the SDK only, built by the newest compiler at hand.</summary>
public sealed class PackedConsumptionTests(PackedFeed feed) : IClassFixture<PackedFeed>
{
    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["Policies.cs"] = """"
            using System;
            using MtaStsTools;

            public static class Policies
            {
                public static readonly MtaStsPolicy Parsed = MtaStsPolicy.Parse("""
                    version: STSv1
                    mode: enforce
                    mx: *.example.net.
                    max_age: 60
                    """);

                public static readonly MtaStsPolicy Typed = new()
                {
                    Mode = MtaStsMode.Enforce,
                    MaxAge = TimeSpan.FromMilliseconds(604800),
                    Mx = ["mail.example.com"],
                };

                public static readonly PublishRequest Request = new() { Domain = "example..com", Id = "2026-01-31" };
            }
            """",
        ["mta-sts.txt"] = "version: STSv1\nmode: Enforce\nmx: mail.example.com\nmax_age: 604800\n",
    };

    private static readonly string[] Expected =
    [
        "warning MTASTS1021 mta-sts.txt(2,7)",
        "warning MTASTS1035 Policies.cs(10,18)",
        "warning MTASTS1049 Policies.cs(9,26)",
        "warning MTASTS2202 Policies.cs(20,78)",
        "warning MTASTS3004 Policies.cs(16,18)",
        "warning MTASTS3007 Policies.cs(20,91)",
    ];

    [Fact]
    public async Task A_fresh_project_shows_the_warnings_fails_where_warnings_are_errors_and_is_fixed()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var project = new PackedProject();
        await project.CreateAsync(feed, "Microsoft.NET.Sdk", Files, cancellationToken);

        var (exitCode, output, findings) = await project.BuildAsync([], cancellationToken);
        Assert.True(exitCode == 0, output);
        Assert.Equal(Expected, findings);

        (exitCode, output, findings) = await project.BuildAsync(["-p:TreatWarningsAsErrors=true"], cancellationToken);
        Assert.True(exitCode != 0, output);
        Assert.Equal(Expected.Select(finding => finding.Replace("warning", "error", StringComparison.Ordinal)), findings);

        var corrected = Files["Policies.cs"].Replace("net.", "net", StringComparison.Ordinal).Replace("max_age: 60", "max_age: 604800", StringComparison.Ordinal)
            .Replace("FromMilliseconds(604800)", "FromDays(7)", StringComparison.Ordinal).Replace("..", ".", StringComparison.Ordinal).Replace("2026-01-31", "20260131", StringComparison.Ordinal);
        Assert.Equal(corrected, await project.FixAsync("Policies.cs", cancellationToken));
    }

    /// <summary>The folder that the RFC names begins with a dot, and is left out by what projects read by default.</summary>
    [Theory]
    [InlineData("Microsoft.NET.Sdk")]
    [InlineData("Microsoft.NET.Sdk.Web")]
    [InlineData("Microsoft.NET.Sdk.Razor")]
    public async Task A_policy_in_the_well_known_folder_is_read_in_every_kind_of_project(string sdk)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var project = new PackedProject();
        await project.CreateAsync(feed, sdk, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["wwwroot/.well-known/mta-sts.txt"] = "version: STSv1\nmode: Enforce\nmx: mail.example.com\nmax_age: 604800\n",
            [".well-known/example.org.mta-sts.txt"] = "version: STSv1\nmode: enforce\nmx: mail.example.com\nmax_age: 60\n",
            ["good.mta-sts.txt"] = "version: STSv1\nmode: enforce\nmx: mail.example.com\nmax_age: 604800\n",
            ["obj/.well-known/mta-sts.txt"] = "left by a build",
            ["Policies.cs"] = """
                public static class Policies
                {
                    // lang=mta-sts-policy file=wwwroot/.well-known/mta-sts.txt
                    public const string Text = "version: STSv1\nmode: enforce\nmx: mail.example.com\nmax_age: 604800\n";
                }
                """,
        }, cancellationToken);

        var (exitCode, output, findings) = await project.BuildAsync([], cancellationToken);
        Assert.True(exitCode == 0, output);
        Assert.Equal(["warning MTASTS1021 mta-sts.txt(2,7)", "warning MTASTS1035 example.org.mta-sts.txt(4,10)", "warning MTASTS4002 Policies.cs(4,49)"], findings);
    }
}
