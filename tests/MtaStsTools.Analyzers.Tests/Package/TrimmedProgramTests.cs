namespace MtaStsTools.Analyzers.Tests.Package;

/// <summary>A program that uses the packages is published trimmed, without a warning, and does what it did.</summary>
public sealed class TrimmedProgramTests(PackedFeed feed) : IClassFixture<PackedFeed>
{
    [Fact]
    public async Task A_trimmed_program_is_published_without_a_warning_and_runs()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var project = new PackedProject();
        await project.CreateAsync(feed, "Microsoft.NET.Sdk", UsingProgram.Files, cancellationToken);

        var output = await project.PublishAsync(
            ["-p:OutputType=Exe", "-p:PublishTrimmed=true", "-p:TrimMode=full", "-p:TrimmerSingleWarn=false", "-p:TreatWarningsAsErrors=true", "-p:JsonSerializerIsReflectionEnabledByDefault=false"], cancellationToken);
        Assert.Equal(UsingProgram.Output, output.Trim());
    }
}
