using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MtaStsTools.Corpus;

namespace MtaStsTools.Analyzers.Tests.Package;

/// <summary>A project of its own in a temporary directory that has the analyzers from a packed NuGet, as a user has them.</summary>
internal sealed class PackedProject : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);
    private static readonly string Repository = Path.GetFullPath(Path.Combine(CorpusReader.Find(), "..", ".."));

    /// <summary>The first builds the others with it.</summary>
    private static readonly (string Project, string[] Options)[] Packages =
    [
        ("src/MtaStsTools/MtaStsTools.csproj", []),
        ("src/MtaStsTools.Core/MtaStsTools.Core.csproj", ["--no-build"]),
        ("analyzers/MtaStsTools.Analyzers.Package/MtaStsTools.Analyzers.Package.csproj", ["--no-build"]),
    ];

    private readonly string _root = System.IO.Directory.CreateTempSubdirectory("mtasts-packed-").FullName;

    // A version of its own: the package cache of the machine never has another build of it.
    private readonly string _version = "0.0.1-test" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    private string ProjectDirectory => Path.Combine(_root, "app");

    /// <summary>Packs the SDK and what it brings along to a feed, and writes a project that references the SDK alone.</summary>
    public async Task CreateAsync(IReadOnlyDictionary<string, string> files, CancellationToken cancellationToken)
    {
        var feed = Path.Combine(_root, "feed");
        foreach (var (project, options) in Packages)
        {
            var (exitCode, output) = await DotNetAsync(Repository, ["pack", project, "-o", feed, "-p:PackageVersion=" + _version, "--nologo", "-v", "q", "-tl:off", .. options], cancellationToken);
            Assert.True(exitCode == 0, output);
        }

        System.IO.Directory.CreateDirectory(ProjectDirectory);
        foreach (var (name, text) in files)
            await File.WriteAllTextAsync(Path.Combine(ProjectDirectory, name), text, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(ProjectDirectory, "app.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ErrorLog>findings.sarif,version=2.1</ErrorLog>
                <RestoreAdditionalProjectSources>{feed}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="MtaStsTools" Version="{_version}" />
              </ItemGroup>
            </Project>
            """, cancellationToken);
    }

    /// <summary>Builds the project; the exit code, what it printed, and the findings of the compiler's log as <c>id file(line,column)</c>.</summary>
    public async Task<(int ExitCode, string Output, IReadOnlyList<string> Findings)> BuildAsync(string[] options, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await DotNetAsync(ProjectDirectory, ["build", "--nologo", "-v", "q", "-tl:off", "--no-incremental", .. options], cancellationToken);
        var log = Path.Combine(ProjectDirectory, "findings.sarif");
        return (exitCode, output, File.Exists(log) ? ReadLog(await File.ReadAllTextAsync(log, cancellationToken)) : []);
    }

    /// <summary>Lets <c>dotnet format</c> make every fix of the package that a source needs, and gives the source.</summary>
    public async Task<string> FixAsync(string source, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await DotNetAsync(ProjectDirectory, ["format", "analyzers", "--no-restore"], cancellationToken);
        Assert.True(exitCode == 0, output);
        return await File.ReadAllTextAsync(Path.Combine(ProjectDirectory, source), cancellationToken);
    }

    public void Dispose()
    {
        System.IO.Directory.Delete(_root, recursive: true);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var package in new[] { "mtaststools", "mtaststools.core", "mtaststools.analyzers" })
        {
            var unpacked = Path.Combine(cache, package, _version);
            if (System.IO.Directory.Exists(unpacked))
                System.IO.Directory.Delete(unpacked, recursive: true);
        }
    }

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

    private static async Task<(int ExitCode, string Output)> DotNetAsync(string directory, string[] arguments, CancellationToken cancellationToken)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(Patience);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(bounded.Token);
            var errors = process.StandardError.ReadToEndAsync(bounded.Token);
            await process.WaitForExitAsync(bounded.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
