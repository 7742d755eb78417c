using System.Text.RegularExpressions;

namespace MtaStsTools.Sdk.Tests.Architecture;

/// <summary>A C# file of this checkout, as far as its place and the types that it declares at the top level go.</summary>
/// <param name="Path">Its path from the root of the checkout, with slashes.</param>
/// <param name="Namespace">Its file-scoped namespace; empty where there is none.</param>
/// <param name="Types">The names of its top-level types.</param>
internal sealed partial record SourceFile(string Path, string Namespace, IReadOnlyList<string> Types)
{
    /// <summary>The folder that the file is in.</summary>
    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>The name up to its first dot: <c>MtaStsPolicy.Parse.cs</c> holds a part of <c>MtaStsPolicy</c>.</summary>
    public string Stem => System.IO.Path.GetFileName(Path).Split('.')[0];

    /// <summary>Every file under a folder of the checkout that somebody wrote.</summary>
    public static IReadOnlyList<SourceFile> Under(string folder)
    {
        var root = FindRoot();
        return
        [
            .. Directory.EnumerateFiles(System.IO.Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)
                .Select(path => System.IO.Path.GetRelativePath(root, path).Replace('\\', '/'))
                .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
                .Select(path => Read(root, path)),
        ];
    }

    private static SourceFile Read(string root, string path)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(root, path));
        return new SourceFile(
            path, NamespaceLine().Match(text).Groups["name"].Value, [.. TopLevelType().Matches(text).Select(match => match.Groups["name"].Value)]);
    }

    /// <summary>The root of the checkout.</summary>
    public static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "MtaStsTools.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run from within the checkout.");
        return folder.FullName;
    }

    [GeneratedRegex("^namespace (?<name>[\\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NamespaceLine();

    // With file-scoped namespaces, what begins a line at its very start is at the top level.
    [GeneratedRegex(
        "^((public|internal|file|sealed|static|abstract|partial|readonly|ref|unsafe) )*(class|struct|interface|enum|record( class| struct)?|delegate [^(;]+?) (?<name>\\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TopLevelType();
}
