using System.Text.Json;

namespace MtaStsTools.Analyzers.Tests.Package;

/// <summary>A project of its own in a temporary directory that has the analyzers from a packed NuGet, as a user has them.</summary>
internal sealed class PackedProject : IDisposable
{
    private readonly string _root = System.IO.Directory.CreateTempSubdirectory("mtasts-packed-").FullName;

    private string ProjectDirectory => Path.Combine(_root, "app");

    /// <summary>Writes a project of the kind that <paramref name="sdk"/> names, which references the packed SDK alone.</summary>
    public async Task CreateAsync(PackedFeed feed, string sdk, IReadOnlyDictionary<string, string> files, CancellationToken cancellationToken)
    {
        System.IO.Directory.CreateDirectory(ProjectDirectory);
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(ProjectDirectory, name);
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text, cancellationToken);
        }

        await File.WriteAllTextAsync(Path.Combine(ProjectDirectory, "app.csproj"), $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>Library</OutputType>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ErrorLog>findings.sarif,version=2.1</ErrorLog>
                <RestoreAdditionalProjectSources>{feed.Directory}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="MtaStsTools" Version="{feed.Version}" />
              </ItemGroup>
            </Project>
            """, cancellationToken);
    }

    /// <summary>Builds the project; the exit code, what it printed, and the findings of the compiler's log as <c>id file(line,column)</c>.</summary>
    public async Task<(int ExitCode, string Output, IReadOnlyList<string> Findings)> BuildAsync(string[] options, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await DotNet.RunAsync(ProjectDirectory, ["build", "--nologo", "-v", "q", "-tl:off", "--no-incremental", .. options], cancellationToken);
        var log = Path.Combine(ProjectDirectory, "findings.sarif");
        return (exitCode, output, File.Exists(log) ? ReadLog(await File.ReadAllTextAsync(log, cancellationToken)) : []);
    }

    /// <summary>Lets <c>dotnet format</c> make every fix of the package that a source needs, and gives the source.</summary>
    public async Task<string> FixAsync(string source, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await DotNet.RunAsync(ProjectDirectory, ["format", "analyzers", "--no-restore"], cancellationToken);
        Assert.True(exitCode == 0, output);
        return await File.ReadAllTextAsync(Path.Combine(ProjectDirectory, source), cancellationToken);
    }

    /// <summary>Builds the program, runs it, and gives what it printed.</summary>
    public async Task<string> RunAsync(string[] options, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await DotNet.RunAsync(ProjectDirectory, ["build", "--nologo", "-v", "q", "-tl:off", "-p:OutputType=Exe", "-o", "built", .. options], cancellationToken);
        Assert.True(exitCode == 0, output);
        (exitCode, output) = await DotNet.RunAsync(ProjectDirectory, [Path.Combine("built", "app.dll")], cancellationToken);
        Assert.True(exitCode == 0, output);
        return output;
    }

    /// <summary>Publishes the program for this machine, runs it, and gives what it printed.</summary>
    public async Task<string> PublishAsync(string[] options, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await DotNet.RunAsync(ProjectDirectory, ["publish", "--nologo", "-v", "q", "-tl:off", "--use-current-runtime", "--self-contained", "-o", "published", .. options], cancellationToken);
        Assert.True(exitCode == 0, output);
        (exitCode, output) = await DotNet.RunAsync(Path.Combine(ProjectDirectory, "published", OperatingSystem.IsWindows() ? "app.exe" : "app"), ProjectDirectory, [], cancellationToken);
        Assert.True(exitCode == 0, output);
        return output;
    }

    public void Dispose() => System.IO.Directory.Delete(_root, recursive: true);

    private static List<string> ReadLog(string sarif)
    {
        using var log = JsonDocument.Parse(sarif);
        var findings = new List<string>();
        foreach (var result in log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
        {
            var id = result.GetProperty("ruleId").GetString()!;
            if (!id.StartsWith("MTASTS", StringComparison.Ordinal))
                continue;
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            var file = place.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
            var region = place.GetProperty("region");
            findings.Add($"{result.GetProperty("level").GetString()} {id} {file[(file.LastIndexOf('/') + 1)..]}({region.GetProperty("startLine").GetInt32()},{region.GetProperty("startColumn").GetInt32()})");
        }

        return [.. findings.Order(StringComparer.Ordinal)];
    }
}
