namespace MtaStsTools.Analyzers.Tests.Package;

/// <summary>The packed NuGet in a fresh project, built by the SDK.</summary>
public sealed class PackedConsumptionTests
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
            }
            """",
        ["mta-sts.txt"] = "version: STSv1\nmode: Enforce\nmx: mail.example.com\nmax_age: 604800\n",
    };

    private static readonly string[] Expected =
    [
        "warning MTASTS1021 mta-sts.txt(2,7)",
        "warning MTASTS1035 Policies.cs(10,18)",
        "warning MTASTS1049 Policies.cs(9,26)",
        "warning MTASTS3004 Policies.cs(16,18)",
    ];

    [Fact]
    public async Task A_fresh_project_shows_the_warnings_and_fails_where_warnings_are_errors()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var project = new PackedProject();
        await project.CreateAsync(Files, cancellationToken);

        var (exitCode, output, findings) = await project.BuildAsync([], cancellationToken);
        Assert.True(exitCode == 0, output);
        Assert.Equal(Expected, findings);

        (exitCode, output, findings) = await project.BuildAsync(["-p:TreatWarningsAsErrors=true"], cancellationToken);
        Assert.True(exitCode != 0, output);
        Assert.Equal(Expected.Select(finding => finding.Replace("warning", "error", StringComparison.Ordinal)), findings);
    }
}
