using System.Reflection;

namespace MtaStsTools.Benchmarks;

/// <summary>Where the benchmarks were built.</summary>
internal static class Checkout
{
    /// <summary>What the project file says under a key: <c>Repository</c>, <c>BuiltModule</c>.</summary>
    public static string Metadata(string key) =>
        typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == key).Value!;
}
