namespace MtaStsTools.Analyzers.Tests.Package;

/// <summary>A program that uses the packages is published trimmed, without a warning, and does what it did.</summary>
public sealed class TrimmedProgramTests(PackedFeed feed) : IClassFixture<PackedFeed>
{
    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["Program.cs"] = """
            using System;
            using System.Text.Json;
            using MtaStsTools;
            using MtaStsTools.Conversion;

            var policy = MtaStsPolicy.Parse("version: STSv1\nmode: testing\nmx: *.example.net\nmax_age: 604800\n");
            using var json = new System.IO.MemoryStream();
            using (var writer = new Utf8JsonWriter(json))
                new PolicyJsonConverter().Write(writer, policy, new JsonSerializerOptions());
            using var observer = new DomainObserver(new ObservationOptions());
            Console.WriteLine(policy.Mode + " " + MxPattern.Parse("*.example.net") + " " + System.Text.Encoding.UTF8.GetString(json.ToArray()) + " " + RuleCatalog.Get("MTASTS1004").Title);
            """,
    };

    [Fact]
    public async Task A_trimmed_program_is_published_without_a_warning_and_runs()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var project = new PackedProject();
        await project.CreateAsync(feed, "Microsoft.NET.Sdk", Files, cancellationToken);

        var output = await project.PublishAsync(
            ["-p:OutputType=Exe", "-p:PublishTrimmed=true", "-p:TrimMode=full", "-p:TrimmerSingleWarn=false", "-p:TreatWarningsAsErrors=true", "-p:JsonSerializerIsReflectionEnabledByDefault=false"], cancellationToken);
        Assert.Equal("""Testing *.example.net {"version":"STSv1","mode":"testing","mx":["*.example.net"],"max_age":604800} """ + RuleCatalog.Get("MTASTS1004").Title, output.Trim());
    }
}
