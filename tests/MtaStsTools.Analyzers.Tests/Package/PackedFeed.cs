using System.Globalization;
using MtaStsTools.Corpus;

namespace MtaStsTools.Analyzers.Tests.Package;

/// <summary>The SDK and what it brings along, packed once as they are shipped.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private static readonly string Repository = Path.GetFullPath(Path.Combine(CorpusReader.Find(), "..", ".."));

    /// <summary>The first builds the others with it.</summary>
    private static readonly (string Project, string[] Options)[] Packages =
    [
        ("src/MtaStsTools/MtaStsTools.csproj", []),
        ("src/MtaStsTools.Core/MtaStsTools.Core.csproj", ["--no-build"]),
        ("analyzers/MtaStsTools.Analyzers.Package/MtaStsTools.Analyzers.Package.csproj", ["--no-build"]),
    ];

    /// <summary>The directory of the packages.</summary>
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("mtasts-feed-").FullName;

    /// <summary>A version of its own: the package cache of the machine never has another build of it.</summary>
    public string Version { get; } = "0.0.1-test" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        foreach (var (project, options) in Packages)
        {
            var (exitCode, output) = await DotNet.RunAsync(Repository, ["pack", project, "-o", Directory, "-p:PackageVersion=" + Version, "--nologo", "-v", "q", "-tl:off", .. options], TestContext.Current.CancellationToken);
            Assert.True(exitCode == 0, output);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        System.IO.Directory.Delete(Directory, recursive: true);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var package in new[] { "mtaststools", "mtaststools.core", "mtaststools.analyzers" })
        {
            var unpacked = Path.Combine(cache, package, Version);
            if (System.IO.Directory.Exists(unpacked))
                System.IO.Directory.Delete(unpacked, recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}
