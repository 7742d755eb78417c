using System.Reflection;

namespace MtaStsTools.Shell;

/// <summary>Where the build has laid out the module.</summary>
public static class BuiltModule
{
    /// <summary>The full path of the manifest, <c>MtaStsTools.psd1</c>.</summary>
    public static string ManifestPath { get; } = Path.GetFullPath(
        typeof(BuiltModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == nameof(BuiltModule)).Value!);

    /// <summary>The module's folder.</summary>
    public static string Folder { get; } = Path.GetDirectoryName(ManifestPath)!;
}
