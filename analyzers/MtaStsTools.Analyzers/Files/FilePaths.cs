namespace MtaStsTools.Analyzers.Files;

/// <summary>Paths as text: an analyzer asks no file system, and a compilation may name paths of another system than its own.</summary>
internal static class FilePaths
{
    /// <summary>What stands behind the last separator.</summary>
    public static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
