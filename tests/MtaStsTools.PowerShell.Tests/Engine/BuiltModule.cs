using System.Reflection;

namespace MtaStsTools.PowerShell.Tests.Engine;

/// <summary>Where the build has laid out the module.</summary>
internal static class BuiltModule
{
    /// <summary>The full path of the manifest, <c>MtaStsTools.psd1</c>.</summary>
    public static string ManifestPath { get; } = Path.GetFullPath(
        typeof(BuiltModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == nameof(BuiltModule)).Value!);

    /// <summary>The module's folder.</summary>
    public static string Folder { get; } = Path.GetDirectoryName(ManifestPath)!;

    /// <summary>The checkout that the module was built from: artifacts/module/MtaStsTools lies in it.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Folder, "..", "..", ".."));
}
