namespace MtaStsTools.Analyzers.Tests.Package;

/// <summary>A program that uses the packages is compiled to native code, without a warning, and does what it did.</summary>
public sealed class NativeProgramTests(PackedFeed feed) : IClassFixture<PackedFeed>
{
    [Fact]
    public async Task A_native_program_is_published_without_a_warning_and_runs()
    {
        Assert.SkipUnless(HasLinker(), "To link native code there must be clang or gcc.");
        var cancellationToken = TestContext.Current.CancellationToken;
        using var project = new PackedProject();
        await project.CreateAsync(feed, "Microsoft.NET.Sdk", UsingProgram.Files, cancellationToken);

        var output = await project.PublishAsync(["-p:OutputType=Exe", "-p:PublishAot=true", "-p:TrimmerSingleWarn=false", "-p:TreatWarningsAsErrors=true"], cancellationToken);
        Assert.Equal(UsingProgram.Output, output.Trim());
    }

    private static bool HasLinker() =>
        !OperatingSystem.IsWindows() && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));
}
