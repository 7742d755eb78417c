using System.Reflection;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>Where this checkout keeps what the tests run besides themselves.</summary>
internal static class Repository
{
    // bin/<configuration>/net10.0/
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string Root { get; } = FindRoot();

    public static string DesktopModule => Built(Path.Combine(Root, "artifacts", "module", "MtaStsTools", "bin", "net472"));

    public static string Corpus => Path.Combine(Root, "tests", "Corpus");

    /// <summary>What the project file says under this name.</summary>
    public static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    public static string BuiltTool(string project, string framework, string extension) =>
        Built(Path.Combine(Root, "tests", project, "bin", Configuration, framework, project + extension));

    private static string Built(string path)
    {
        Assert.True(Path.Exists(path), $"{path} is not there: build the solution first (./build.sh build).");
        return path;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MtaStsTools.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run from within the checkout.");
        return folder.FullName;
    }
}
